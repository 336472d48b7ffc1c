#include "app/gui/counter/batch_model.h"

#include "app/errors/error_text.h"
#include "app/gui/counter/sign_words.h"
#include "app/gui/widgets/text_delegate.h"

#include <algorithm>

namespace station::gui {
namespace {

using State = PaperProgress::State;

Mark markOf(State state)
{
    switch (state) {
    case State::Waiting:
        return Mark::Waiting;
    case State::Running:
        return Mark::Pen;
    case State::Signed:
        return Mark::Check;
    case State::Failed:
        return Mark::Attention;
    case State::NotReached:
        return Mark::Stop;
    }
    Q_UNREACHABLE();
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Running:
        return Tone::Accent;
    case State::Signed:
        return Tone::Good;
    case State::Failed:
        return Tone::Danger;
    case State::Waiting:
    case State::NotReached:
        return Tone::Quiet;
    }
    Q_UNREACHABLE();
}

}  // namespace

void BatchModel::begin(const DossierView &dossier)
{
    beginResetModel();
    m_rows.clear();
    int number = 0;
    for (const ChecklistPaper &paper : dossier.papers) {
        ++number;
        if (std::holds_alternative<dossier::CapturedPaper>(paper.component.state))
            m_rows.push_back({{.component = paper.component.code}, number, paper.name});
    }
    endResetModel();
}

void BatchModel::startNext()
{
    for (const Row &row : m_rows) {
        if (row.progress.state == State::Running)
            return;
        if (row.progress.state == State::Waiting)
            return put({row.progress.component, State::Running, std::nullopt});
    }
}

void BatchModel::put(const PaperProgress &paper)
{
    const int row = rowOf(paper.component);
    if (row < 0)
        return;
    m_rows.at(static_cast<std::size_t>(row)).progress = paper;
    emit dataChanged(index(row), index(row));
}

void BatchModel::end(const std::vector<PaperProgress> &papers)
{
    for (const PaperProgress &paper : papers)
        put(paper);
}

std::vector<PaperProgress> BatchModel::papers() const
{
    std::vector<PaperProgress> papers;
    for (const Row &row : m_rows)
        papers.push_back(row.progress);
    return papers;
}

int BatchModel::settled() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.progress.state == State::Signed || row.progress.state == State::Failed;
    }));
}

int BatchModel::rowOf(const QString &component) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return row.progress.component == component;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(static_cast<std::size_t>(index.row()));
    const State state = row.progress.state;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QString text = QStringLiteral("%1. %2\n%3")
                           .arg(QString::number(row.number), row.name, SignWords::state(state));
        if (row.progress.error && row.progress.error->fault != Fault::Cancelled) {
            const ErrorText why = errorText({row.progress.error->fault});
            text += QStringLiteral(": %1. %2").arg(why.what, why.remedy);
        }
        return text;
    }
    case TextDelegate::MarkRole:
        return static_cast<int>(markOf(state));
    case TextDelegate::ToneRole:
        return static_cast<int>(toneOf(state));
    default:
        return {};
    }
}

}  // namespace station::gui
