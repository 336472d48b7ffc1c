#include "app/gui/counter/side_flags.h"

#include <array>

namespace station::gui {

using dossier::Attention;

namespace {

// Missing content before poor pictures before what may be all right.
constexpr std::array gravestFirst{
    Attention::CutOff,        Attention::DoubleFeed, Attention::Separator,
    Attention::LowResolution, Attention::TooDark,    Attention::TooLight,
    Attention::Skewed,        Attention::Duplicate,  Attention::TurnedUpright};

}  // namespace

std::vector<SideFlag> SideFlags::of(const dossier::Side &side)
{
    if (side.out)
        return {{Mark::Aside, tr("set aside"),
                 tr("Set aside: it is no page of the copy. Delete takes it back."), true}};
    std::vector<SideFlag> flags;
    if (side.damaged)
        flags.push_back(
            //: The scanner ended the page early.
            {Mark::CutShort, tr("cut short"),
             tr("The scanner ended this page early and its end is missing. Scan it again with "
                "F7.")});
    if (side.blank)
        flags.push_back({Mark::Blank, tr("blank?"),
                         tr("Taken as blank: it is no page of the copy. Press B if it carries "
                            "content.")});
    for (const Attention attention : gravestFirst) {
        if (side.attention.testFlag(attention))
            flags.push_back(of(attention));
    }
    return flags;
}

SideFlag SideFlags::of(Attention attention)
{
    switch (attention) {
    case Attention::Skewed:
        return {Mark::Crooked, tr("crooked"),
                tr("The page lies too crooked to be set right by itself. Scan it again with F7.")};
    case Attention::CutOff:
        return {Mark::CutOff, tr("cut off"),
                tr("Text runs off the edge. Straighten the sheet and scan it again with F7.")};
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
                tr("The picture is coarser than the rules ask for. Scan it again with F7.")};
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
    }
    Q_UNREACHABLE();
}

bool isFlagged(const dossier::Side &side)
{
    dossier::Attentions toLookAt = side.attention;
    toLookAt.setFlag(Attention::TurnedUpright, false);
    return !side.out && (side.blank || side.damaged || toLookAt);
}

}  // namespace station::gui
