#include "app/gui/counter/counter_page.h"

#include "app/gui/counter/batch_panel.h"
#include "app/gui/counter/code_panel.h"
#include "app/gui/counter/component_delegate.h"
#include "app/gui/counter/count_panel.h"
#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/explain_panel.h"
#include "app/gui/counter/field_form.h"
#include "app/gui/counter/folding.h"
#include "app/gui/counter/hold_panel.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/counter/pages_area.h"
#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/rescan_panel.h"
#include "app/gui/counter/reuse_panel.h"
#include "app/gui/counter/scanner_line.h"
#include "app/gui/counter/sheets_line.h"
#include "app/gui/counter/start_page.h"
#include "app/gui/counter/token_sign.h"
#include "app/gui/counter/waiting_line.h"
#include "app/gui/widgets/foldable_column.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/plain_list.h"
#include "app/gui/widgets/side_area.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace station::gui {
namespace {

constexpr int leftWidth = 316;
constexpr int rightWidth = 330;

QFont scaled(QFont font, double factor, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

}  // namespace

CounterPage::CounterPage(CounterActions &actions, QAbstractItemModel &papers,
                         QAbstractItemModel &sides, QWidget *parent)
    : QWidget(parent), m_entry(newLineEdit(QStringLiteral("entry"), tr("Dossier code"))),
      m_codeLabel(new QLabel), m_ownerLabel(new QLabel), m_procedureLabel(new QLabel),
      m_paperTitle(new QLabel), m_start(new StartPage), m_pages(new PagesArea(actions, sides)),
      m_sheets(new SheetsLine(*actions.countSheets)), m_fields(new FieldForm),
      m_code(new CodePanel), m_pin(new PinPanel(actions)), m_batch(new BatchPanel(actions)),
      m_reuse(new ReusePanel), m_count(new CountPanel),
      m_explain(new ExplainPanel(*actions.scanFeeder, *actions.rescan)), m_hold(new HoldPanel),
      m_rescan(new RescanPanel), m_message(new MessageBar), m_scanner(new ScannerLine),
      m_tokenSign(new TokenSign(*actions.lockToken)),
      m_waiting(new WaitingLine(*actions.retryWaiting)),
      m_primary(new KeyButton(QStringLiteral("primary"), KeyButton::Weight::Primary)),
      m_body(new QStackedWidget), m_panels(new QStackedWidget)
{
    setObjectName(QStringLiteral("counterPage"));

    auto *work = new QWidget;
    auto *columns = new QHBoxLayout(work);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto *decisions = paperButtons(actions);
    auto *left = new FoldableColumn(leftColumn(papers, decisions), leftWidth);
    auto *right = new FoldableColumn(rightColumn(), rightWidth);
    columns->addWidget(left);
    columns->addWidget(m_pages, 1);
    columns->addWidget(right);
    m_body->addWidget(m_start);
    m_body->addWidget(work);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    std::vector<QWidget *> dispensable;
    layout->addWidget(topBar(actions, dispensable));
    layout->addWidget(m_body, 1);
    layout->addWidget(m_message);
    layout->addWidget(bottomBar());
    connect(m_primary, &KeyButton::clicked, this, &CounterPage::primaryPressed);

    dispensable.push_back(&m_pages->tools());
    setMinimumSize(Folding::smallest);
    new Folding(*this,
                {.left = left,
                 .right = right,
                 .whenNarrow = std::move(dispensable),
                 .whenLow = {decisions, m_procedureLabel}},
                this);
}

QWidget *CounterPage::topBar(CounterActions &actions, std::vector<QWidget *> &dispensable)
{
    auto *label = new QLabel(tr("Dossier"));
    label->setFont(scaled(label->font(), 1.0, QFont::DemiBold));
    label->setBuddy(m_entry);
    m_entry->setPlaceholderText(tr("dossier code, barcode or identity card QR"));
    m_entry->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_entry->setMinimumWidth(290);

    auto *bar = new SideArea(Qt::BottomEdge);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 9, 16, 10);
    layout->setSpacing(10);
    auto *find = new KeyButton(actions.findDossier);
    auto *undo = new KeyButton(actions.undo);
    layout->addWidget(label);
    layout->addWidget(m_entry);
    layout->addWidget(find);
    layout->addWidget(new KeyButton(actions.newDossier));
    layout->addStretch();
    layout->addWidget(m_tokenSign);
    layout->addWidget(undo);
    layout->addWidget(new KeyButton(actions.keys));
    dispensable = {label, find, undo};
    return bar;
}

QWidget *CounterPage::leftColumn(QAbstractItemModel &papers, QWidget *decisions)
{
    m_codeLabel->setObjectName(QStringLiteral("shownCode"));
    m_codeLabel->setFont(scaled(m_codeLabel->font(), 1.12, QFont::DemiBold));
    m_codeLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_codeLabel->setMinimumHeight(24);
    m_ownerLabel->setObjectName(QStringLiteral("shownOwner"));
    m_ownerLabel->setWordWrap(true);
    m_procedureLabel->setWordWrap(true);
    m_procedureLabel->setForegroundRole(QPalette::PlaceholderText);

    m_checklist = newPlainList(QStringLiteral("checklist"), tr("Papers of the dossier"), papers);
    m_checklist->setItemDelegate(new ComponentDelegate(m_checklist));
    m_checklist->setResizeMode(QListView::Adjust);
    m_checklist->viewport()->setAutoFillBackground(false);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 14, 16, 10);
    head->setSpacing(3);
    head->addWidget(m_codeLabel);
    head->addWidget(m_ownerLabel);
    head->addWidget(m_procedureLabel);

    auto *column = new SideArea(Qt::RightEdge);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_checklist, 1);
    layout->addWidget(decisions);
    return column;
}

QWidget *CounterPage::paperButtons(CounterActions &actions)
{
    auto *area = new QWidget;
    auto *buttons = new QGridLayout(area);
    buttons->setContentsMargins(12, 8, 12, 12);
    buttons->setSpacing(6);
    buttons->addWidget(new KeyButton(actions.digitize), 0, 0);
    buttons->addWidget(new KeyButton(actions.reuse), 0, 1);
    buttons->addWidget(new KeyButton(actions.attach), 1, 0);
    buttons->addWidget(new KeyButton(actions.shownOnly), 1, 1);
    buttons->addWidget(new KeyButton(actions.refuse), 2, 0, 1, 2);
    buttons->addWidget(new KeyButton(actions.scanFeeder), 3, 0);
    buttons->addWidget(new KeyButton(actions.scanFlatbed), 3, 1);
    auto *more = new QHBoxLayout;
    more->setSpacing(6);
    more->addWidget(new KeyButton(actions.scanDuplex, KeyButton::Weight::Small), 1);
    more->addWidget(new KeyButton(actions.importFiles, KeyButton::Weight::Small), 1);
    buttons->addLayout(more, 4, 0, 1, 2);
    return area;
}

QWidget *CounterPage::rightColumn()
{
    m_paperTitle->setFont(scaled(m_paperTitle->font(), 1.12, QFont::DemiBold));
    m_paperTitle->setWordWrap(true);
    m_paperTitle->setContentsMargins(14, 14, 14, 4);

    auto *fields = new QWidget;
    auto *fieldsLayout = new QVBoxLayout(fields);
    fieldsLayout->setContentsMargins(0, 0, 0, 0);
    fieldsLayout->setSpacing(0);
    auto *code = new SideArea(Qt::TopEdge);
    auto *codeLayout = new QVBoxLayout(code);
    codeLayout->setContentsMargins(0, 0, 0, 0);
    codeLayout->addWidget(m_code);
    fieldsLayout->addWidget(m_fields, 1);
    fieldsLayout->addWidget(code);

    m_panels->addWidget(fields);
    m_panels->addWidget(m_pin);
    m_panels->addWidget(m_batch);
    m_panels->addWidget(m_reuse);
    m_panels->addWidget(m_count);
    m_panels->addWidget(m_explain);
    m_panels->addWidget(m_hold);
    m_panels->addWidget(m_rescan);

    auto *column = new SideArea(Qt::LeftEdge);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_paperTitle);
    layout->addWidget(m_sheets);
    layout->addWidget(m_panels, 1);
    return column;
}

QWidget *CounterPage::bottomBar()
{
    m_primary->setMinimumWidth(rightWidth - 28);
    auto *bar = new SideArea(Qt::TopEdge);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 9, 14, 9);
    layout->setSpacing(20);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addStretch();
    lines->addWidget(m_scanner);
    lines->addWidget(m_waiting);
    lines->addStretch();
    layout->addLayout(lines, 1);
    layout->addWidget(m_waiting->retry());
    layout->addWidget(m_primary);
    return bar;
}

QListView &CounterPage::strip() const
{
    return m_pages->strip();
}

PageView &CounterPage::pageView() const
{
    return m_pages->pageView();
}

void CounterPage::showStart()
{
    m_body->setCurrentIndex(0);
}

void CounterPage::showDossier(const DossierView &view)
{
    const auto &code = view.dossier.code;
    m_codeLabel->setText(code ? code->text() : tr("No dossier code yet"));
    const auto &owner = view.dossier.owner;
    m_ownerLabel->setText(owner.name.reveal() + QStringLiteral(" · ") + owner.id.reveal());
    m_procedureLabel->setText(view.procedureName);
    m_body->setCurrentIndex(1);
}

void CounterPage::showPaperTitle(const QString &name)
{
    m_paperTitle->setText(name);
}

void CounterPage::showPanel(Panel panel)
{
    m_panels->setCurrentIndex(static_cast<int>(panel));
}

CounterPage::Panel CounterPage::panel() const
{
    return static_cast<Panel>(m_panels->currentIndex());
}

void CounterPage::focusChecklist()
{
    m_checklist->setFocus();
}

void CounterPage::setPrimary(const QString &text, const QString &key, bool enabled)
{
    m_primary->setLabel(text, key);
    // Its name changes with each step; this is how a reader finds it again.
    m_primary->setAccessibleDescription(tr("Next step"));
    m_primary->setEnabled(enabled);
}

}  // namespace station::gui
