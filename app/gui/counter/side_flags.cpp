#include "app/gui/counter/side_flags.h"

#include "app/gui/counter/cleanup_step.h"

#include <QStringList>

#include <array>

namespace station::gui {

using dossier::Attention;

namespace {

// Missing content before poor pictures before what may be all right.
constexpr std::array gravestFirst{
    Attention::CutOff,       Attention::DoubleFeed,    Attention::Separator,
    Attention::SeveralItems, Attention::LowResolution, Attention::Blurred,
    Attention::TooDark,      Attention::TooLight,      Attention::Skewed,
    Attention::Duplicate,    Attention::TextUnread,    Attention::TurnedUpright};

/// Good to know, but nothing on the page that a look could settle.
constexpr dossier::Attentions noLook = Attention::TurnedUpright | Attention::TextUnread;

}  // namespace

std::vector<SideFlag> SideFlags::of(const dossier::Side &side)
{
    if (side.out)
        return {{Mark::Aside, tr("set aside"),
                 tr("Set aside: it is no page of the copy. Delete takes it back."), true}};
    if (side.purged)
        return {
            {Mark::Aside,
             //: The picture of a page that left this station.
             tr("removed"),
             tr("The picture is no longer on this station. The signed copy is in the repository."),
             true}};
    std::vector<SideFlag> flags;
    if (side.damaged)
        flags.push_back(
            //: The scanner ended the page early.
            {Mark::CutShort, tr("cut short"),
             tr("The scanner ended this page early and its end is missing. Scan it again.")});
    if (side.blank)
        flags.push_back({Mark::Blank, tr("blank?"),
                         tr("Taken as blank: it is no page of the copy. Press B if it carries "
                            "content.")});
    for (const Attention attention : gravestFirst) {
        if (side.attention.testFlag(attention))
            flags.push_back(of(attention));
    }
    if (hasHandwork(side.cleanup))
        flags.push_back({Mark::ByHand, tr("by hand"),
                         //: %1 lists steps of the clean-up: not straightened, not cut …
                         tr("By hand: %1.").arg(byHand(side.cleanup)), true});
    if (side.cleanup.part)
        flags.push_back(
            //: One of several cards or receipts that lay on the glass together.
            {Mark::Part, tr("part"), tr("It shows one of several things on a side."), true});
    return flags;
}

QString SideFlags::byHand(const dossier::SideCleanup &cleanup)
{
    QStringList steps;
    if (cleanup.skewDeg)
        steps << (*cleanup.skewDeg == 0.0 ? tr("not straightened") : tr("straightened by hand"));
    if (!cleanup.paperCrop)
        steps << tr("not cut");
    if (!cleanup.tone)
        steps << tr("brightness as scanned");
    if (!cleanup.upright)
        steps << tr("not turned upright");
    return steps.join(QStringLiteral(", "));
}

SideFlag SideFlags::of(Attention attention)
{
    switch (attention) {
    case Attention::Skewed:
        return {Mark::Crooked, tr("crooked"),
                tr("The page lies too crooked to be set right by itself. Scan it again.")};
    case Attention::CutOff:
        return {Mark::CutOff, tr("cut off"),
                tr("Text runs off the edge. Straighten the sheet and scan it again.")};
    case Attention::TooDark:
        return {Mark::Dark, tr("too dark"),
                tr("Ink and ground are hard to tell apart. Look whether stamps and signatures can "
                   "be read.")};
    case Attention::TooLight:
        return {Mark::Faint, tr("too faint"),
                tr("The ink is faint. Look whether everything can be read.")};
    case Attention::DoubleFeed:
        return {Mark::TwoSheets, tr("two sheets?"),
                tr("The page is longer than its paper: perhaps two sheets went in together. "
                   "Compare it with the pile.")};
    case Attention::LowResolution:
        return {Mark::Coarse, tr("coarse"),
                tr("The picture is coarser than the rules ask for. Scan it again.")};
    case Attention::TurnedUpright:
        return {Mark::Turned, tr("turned"),
                tr("It lay on its head or side and was turned upright."), true};
    case Attention::Duplicate:
        return {Mark::Twin, tr("twice?"),
                tr("It looks like another side of this dossier. Delete sets it aside if it went in "
                   "twice.")};
    case Attention::Separator:
        return {Mark::Separator, tr("separator"),
                tr("A separator sheet that leads to no paper of this dossier. Delete sets it "
                   "aside.")};
    case Attention::SeveralItems:
        return {Mark::Items, tr("several?"),
                tr("Several things lie apart on this side. Each can become a side of its own.")};
    case Attention::Blurred:
        return {Mark::Blurred, tr("blurred"),
                tr("The print is blurred. Look whether everything can be read, or scan it again.")};
    case Attention::TextUnread:
        return {Mark::Unread, tr("no text"), tr("Its text could not be read: type the fields."),
                true};
    }
    Q_UNREACHABLE();
}

bool isFlagged(const dossier::Side &side)
{
    return !side.out && !side.purged && (side.blank || side.damaged || (side.attention & ~noLook));
}

}  // namespace station::gui
