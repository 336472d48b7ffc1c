#include "core/workflow/reviewing.h"

#include "core/base/sha256.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/intake.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::workflow {
namespace {

using dossier::SideView;
using dossier::ViewKind;

/// Of the papers that wait for a signature.
dossier::Sides capturedSides(const dossier::Dossier &dossier)
{
    dossier::Sides sides;
    for (const auto &component : dossier.components) {
        if (const auto *paper = std::get_if<dossier::CapturedPaper>(&component.state))
            sides.insert(sides.end(), paper->sides.begin(), paper->sides.end());
    }
    return sides;
}

bool hasSide(const dossier::Dossier &dossier, const QString &id)
{
    return std::ranges::any_of(dossier.components, [&](const dossier::Component &component) {
        const auto sides = dossier::sidesOf(component.state);
        return std::ranges::find(sides, id, &dossier::Side::id) != sides.end();
    });
}

}  // namespace

Expected<QString> Reviewing::pictureOf(const QString &dossierUuid, const dossier::Side &side) const
{
    return m_hashes.of(store::Spool(m_context.dataDir).file(dossierUuid, side.id, u"jpg"_s));
}

Expected<> Reviewing::seen(const QString &dossierUuid, const QStringList &sides, ViewKind kind)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    for (const auto &id : sides) {
        if (!hasSide(*dossier, id))
            return fail(Fault::UnknownComponent, u"side "_s + id);
    }
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto known = store->views(dossier->uuid);
    if (!known)
        return fail(known.error());

    std::vector<SideView> fresh;
    // Blank ones, too: one that turns out to be a page was seen already.
    for (const auto &side : capturedSides(*dossier)) {
        if (!side.cleaned || !sides.contains(side.id))
            continue;
        const auto picture = pictureOf(dossier->uuid, side);
        if (!picture)
            return fail(picture.error());
        const SideView view{side.id, *picture, m_context.actor, m_context.clock.nowMs(), kind};
        // Leafing to and fro costs no write.
        const bool isKnown = std::ranges::any_of(*known, [&](const SideView &other) {
            return other.side == view.side && other.kind == kind &&
                   other.pictureSha256 == view.pictureSha256 && other.by == view.by;
        });
        if (!isKnown)
            fresh.push_back(view);
    }
    return fresh.empty() ? Expected<>() : store->saveViews(fresh);
}

Expected<> Reviewing::allSeen(const QString &dossierUuid, ViewKind kind)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    QStringList sides;
    for (const auto &side : contentSides(capturedSides(*dossier)))
        sides << side.id;
    return seen(dossier->uuid, sides, kind);
}

Expected<std::set<QString>> Reviewing::unseen(const QString &dossierUuid) const
{
    const auto dossier = findDossier(m_context, dossierUuid);
    return dossier ? unseen(*dossier) : fail(dossier.error());
}

Expected<std::set<QString>> Reviewing::unseen(const dossier::Dossier &dossier) const
{
    const auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto views = store->views(dossier.uuid);
    if (!views)
        return fail(views.error());
    std::set<QString> unseen;
    for (const auto &side : contentSides(capturedSides(dossier))) {
        // Reading a picture costs, so only where somebody has looked at all.
        const bool hashed =
            side.cleaned && std::ranges::find(*views, side.id, &SideView::side) != views->end();
        const auto picture = hashed ? pictureOf(dossier.uuid, side) : QString();
        if (!picture)
            return fail(picture.error());
        if (!viewOf(*views, side.id, *picture, m_context.law.profile.signature))
            unseen.insert(side.id);
    }
    return unseen;
}

const SideView *viewOf(const std::vector<SideView> &views, const QString &side,
                       const QString &pictureSha256, const rules::SignatureRule &rule)
{
    const SideView *best = nullptr;
    for (const auto &view : views) {
        if (view.side != side || view.pictureSha256 != pictureSha256)
            continue;
        if (view.kind == ViewKind::Displayed)
            return &view;
        if (!rule.displayOnly)
            best = &view;
    }
    return best;
}

QByteArray ReviewReceipt::toJson() const
{
    QJsonArray list;
    for (const auto &view : views) {
        list.append(QJsonObject{{u"side"_s, view.side},
                                {u"picture"_s, view.pictureSha256},
                                {u"by"_s, view.by},
                                {u"at_ms"_s, view.atMs},
                                {u"kind"_s, dossier::viewKindName(view.kind)}});
    }
    return QJsonDocument(QJsonObject{{u"document"_s, documentSha256}, {u"views"_s, list}})
        .toJson(QJsonDocument::Compact);
}

QString ReviewReceipt::sha256() const
{
    return sha256Hex(toJson());
}

QString ReviewReceipt::howSeen() const
{
    const bool displayed = std::ranges::all_of(
        views, [](const SideView &view) { return view.kind == ViewKind::Displayed; });
    return dossier::viewKindName(displayed ? ViewKind::Displayed : ViewKind::Stated);
}

}  // namespace station::workflow
