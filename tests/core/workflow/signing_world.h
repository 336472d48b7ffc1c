#pragma once

#include "core/base/sha256.h"
#include "core/store/spool.h"
#include "core/workflow/editing.h"
#include "core/workflow/reviewing.h"
#include "core/workflow/signing.h"
#include "core/workflow/upgrading.h"
#include "tests/core/workflow/counter_world.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <utility>

namespace station::workflow {

using namespace Qt::StringLiterals;

/// Appends a line to the file, or fails as it is told.
class LineSigner final : public CopySigner {
public:
    explicit LineSigner(QString name = u"Hà Thị Minh Nguyệt"_s)
        : m_clerk{std::move(name), u"01"_s, sha256Hex("clerk")}
    {
    }

    const dossier::Clerk &clerk() const override { return m_clerk; }
    qint64 certificateEndsMs() const override { return endsMs; }
    Expected<SignedFile> sign(const SignRequest &request) override
    {
        requests.push_back(request);
        if (const auto fault = before ? before(static_cast<int>(requests.size())) : std::nullopt)
            return fail(*fault, u"told to"_s);
        const auto bytes = readWhole(request.sourcePdf);
        REQUIRE(bytes);
        const QByteArray whole = *bytes + "signed by " + m_clerk.name.toUtf8() + '\n';
        REQUIRE(writeDurably(request.destinationPdf, whole));
        return SignedFile{sha256Hex(whole), whole.size()};
    }

    qint64 endsMs = 1'900'000'000'000;
    std::function<std::optional<Fault>(int call)> before{};  ///< From 1.
    std::vector<SignRequest> requests{};

private:
    dossier::Clerk m_clerk;
};

/// Appends what it is told to have got from services.
class LineUpgrader final : public CopyUpgrader {
public:
    bool isConfigured() const override { return configured; }
    Expected<UpgradedFile> upgrade(const QString &source, const QString &destination,
                                   SignatureLevel wanted, int, std::stop_token) override
    {
        sources << QFileInfo(source).fileName();
        const auto bytes = readWhole(source);
        REQUIRE(bytes);
        if (during)
            during();
        if (error)
            return fail(*error, u"told to"_s);
        UpgradedFile done{.level = std::min(wanted, reaches),
                          .stampedAtMs = 1'721'007'100'000,
                          .stampSerial = u"0a1b"_s,
                          .renewBeforeMs = renewBeforeMs,
                          .clockOffsetMs = 250};
        if (halted)
            done.halted = Error{*halted, u"http 503"_s};
        if (!writes)
            return done;
        const QByteArray whole = *bytes + "more proof " + QByteArray::number(++m_stamps) + '\n';
        REQUIRE(writeDurably(destination, whole));
        done.file = {sha256Hex(whole), whole.size()};
        return done;
    }

    bool configured = true;
    bool writes = true;
    SignatureLevel reaches = SignatureLevel::LTA;
    std::optional<Fault> halted{};
    std::optional<Fault> error{};
    qint64 renewBeforeMs = 0;
    std::function<void()> during{};
    QStringList sources{};  ///< Names of the files that it was given.

private:
    int m_stamps = 0;
};

struct SigningWorld : CounterWorld {
    Signing signing() { return {context, pool}; }
    FileHashes pictureHashes{};

    Reviewing reviewing() { return {context, pictureHashes}; }
    /// As many sheets of one paper as said, cleaned.
    void capture(const QString &component, int sides = 1)
    {
        auto pile = PaperPile::ofSides(sides);
        REQUIRE(CounterWorld::capture().run(dossier.uuid, pile, {.component = component}));
        // White sides are blank; the test wants pages.
        for (const auto &side : this->sides(dossier, component)) {
            if (side.blank)
                REQUIRE(Editing(context).markBlank(dossier.uuid, side.id, false));
        }
    }
    void seeAll(dossier::ViewKind kind = dossier::ViewKind::Displayed)
    {
        REQUIRE(reviewing().allSeen(dossier.uuid, kind));
    }
    dossier::PaperState stateOf(const QString &component) const
    {
        return state(dossier, component);
    }
    store::Store openStore() const { return *store::Store::open(context.dataDir, clock); }
    std::vector<store::AuditEntry> rows(const QString &action) const
    {
        auto all = openStore().audit(dossier.uuid).value();
        std::erase_if(all, [&](const auto &row) { return row.action != action; });
        return all;
    }
    static QJsonObject factsOf(const store::AuditEntry &row)
    {
        return QJsonDocument::fromJson(row.facts.toUtf8()).object();
    }

    dossier::Dossier dossier = open();
    LineSigner clerk{};
};

}  // namespace station::workflow
