#include "app/gui/counter/component_model.h"

#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/counter/words.h"

#include <QStringList>

namespace station::gui {
namespace {

bool samePapers(const std::vector<ChecklistPaper> &first, const std::vector<ChecklistPaper> &second)
{
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const ChecklistPaper &left, const ChecklistPaper &right) {
                          return left.component.code == right.component.code;
                      });
}

}  // namespace

void ComponentModel::setPapers(std::vector<ChecklistPaper> papers)
{
    // The same checklist keeps its rows, so the clerk's place in it stays.
    if (samePapers(m_papers, papers)) {
        m_papers = std::move(papers);
        if (!m_papers.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_papers = std::move(papers);
    m_flagged.clear();
    endResetModel();
}

void ComponentModel::setPaper(const ChecklistPaper &paper)
{
    const QModelIndex known = indexOf(paper.component.code);
    if (!known.isValid())
        return;
    m_papers.at(static_cast<std::size_t>(known.row())) = paper;
    emit dataChanged(known, known);
}

void ComponentModel::setFlagged(std::set<QString> components)
{
    if (components == m_flagged)
        return;
    m_flagged = std::move(components);
    if (!m_papers.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

QModelIndex ComponentModel::indexOf(const QString &component) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_papers.at(static_cast<std::size_t>(row)).component.code == component)
            return index(row);
    }
    return {};
}

int ComponentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_papers.size());
}

QString ComponentModel::notice(const ChecklistPaper &paper) const
{
    if (!paper.returnReason.isEmpty())
        return tr("Returned: %1").arg(paper.returnReason);
    if (awaitsCount(paper))
        return CaptureWords::missing(tallyOf(paper));
    if (m_flagged.contains(paper.component.code))
        return tr("pages to look at");
    if (paper.awaitsProof)
        return tr("waits for its time stamp");
    if (paper.corrects)
        return tr("corrects what was handed over");
    if (!std::holds_alternative<dossier::OpenSlot>(paper.component.state))
        return {};
    if (paper.advised == dossier::Decision::Reuse)
        return tr("a valid copy is in the repository");
    if (paper.advised != dossier::Decision::Digitize)
        return tr("advised: %1").arg(Words::decision(paper.advised));
    return {};
}

QString ComponentModel::stateText(const ChecklistPaper &paper)
{
    const QString word = Words::state(paper.component.state).word;
    const int sides = tallyOf(paper).sides;
    return sides > 0 ? Words::sides(sides) + QStringLiteral(" · ") + word : word;
}

QVariant ComponentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChecklistPaper &paper = m_papers.at(static_cast<std::size_t>(index.row()));
    const StateWord word = Words::state(paper.component.state);

    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return paper.name;
    case Qt::AccessibleTextRole: {
        const QStringList parts{QString::number(index.row() + 1), paper.name,
                                data(index, StateRole).toString(), notice(paper)};
        return parts.join(QStringLiteral(", "));
    }
    case CodeRole:
        return paper.component.code;
    case StateRole:
        return stateText(paper);
    case MarkRole:
        return static_cast<int>(word.mark);
    case ToneRole:
        return static_cast<int>(word.tone);
    case NoticeRole:
        return notice(paper);
    case RequiredRole:
        return paper.required;
    default:
        return {};
    }
}

}  // namespace station::gui
