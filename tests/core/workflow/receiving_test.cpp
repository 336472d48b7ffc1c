#include "tests/core/workflow/counter_world.h"

#include "core/imaging/jpeg.h"
#include "core/pdf/pdfa_writer.h"
#include "core/workflow/editing.h"
#include "core/workflow/receiving.h"
#include "core/workflow/signing.h"

#include <leptonica/allheaders.h>

using namespace station;
using namespace station::workflow;

namespace {

const QString gt01 = QStringLiteral("GT01");

/// Says of files what the test wants: the signature rules have tests of their own.
class StatedVerdict final : public CopyVerifier {
public:
    ReceivedSignatures verdict{};
    Expected<ReceivedSignatures> check(const QString &) override { return verdict; }
};

struct Counter : CounterWorld {
    dossier::Dossier dossier = open();
    StatedVerdict verifier{};

    QString pdf(int pages = 2) const
    {
        const imaging::Image grey(pixCreate(620, 877, 8), 75);
        const auto jpeg = imaging::jpegOf(grey, 80);
        REQUIRE(jpeg);
        const QString file = folder.filePath(QStringLiteral("incoming.pdf"));
        REQUIRE(pdf::writePdfA(
            file, std::vector<pdf::PdfPage>(static_cast<std::size_t>(pages), {*jpeg, 75}), {}));
        return file;
    }
    Expected<ReceiveReport> receive(const QStringList &files, const CaptureEvents &events = {})
    {
        return Receiving(context, pool, nullptr, verifier)
            .run(dossier.uuid, gt01, files, 300, events);
    }
    void stateSigned(const QString &verdict, bool broken = false)
    {
        verifier.verdict = {.count = 1,
                            .broken = broken,
                            .verdict = verdict,
                            .signer = {QStringLiteral("Sở Giao thông"), QStringLiteral("0a"), {}},
                            .signedAtMs = 1'700'000'000'000};
    }
};

}  // namespace

TEST_CASE("a file that came in signed is kept byte for byte and never signed again", "[workflow]")
{
    Counter counter;
    const QString file = counter.pdf();
    const auto bytes = readWhole(file);
    counter.stateSigned(QStringLiteral("valid"));
    const auto report = counter.receive({file});
    REQUIRE(report);
    CHECK(report->signatures.count == 1);

    const auto state = counter.state(counter.dossier, gt01);
    const auto *copy = std::get_if<dossier::SignedCopy>(&state);
    REQUIRE(copy);
    CHECK(copy->received);
    CHECK(copy->signer.name == QStringLiteral("Sở Giao thông"));
    CHECK(copy->signedAtMs == 1'700'000'000'000);
    CHECK(copy->sides.size() == 2);
    CHECK(store::BlobFolder(counter.context.dataDir).get(copy->pdf).value() == *bytes);
    CHECK(waitingForSignature(*findDossier(counter.context, counter.dossier.uuid)).empty());
}

TEST_CASE("a file that was changed after it was signed is refused and leaves nothing", "[workflow]")
{
    Counter counter;
    counter.stateSigned(QStringLiteral("broken"), true);
    const auto refused = counter.receive({counter.pdf()});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::SignatureBroken);
    CHECK(refused.error().subject == QStringLiteral("incoming.pdf"));
    CHECK(std::holds_alternative<dossier::OpenSlot>(counter.state(counter.dossier, gt01)));
}

TEST_CASE("a signed file takes a paper of its own", "[workflow]")
{
    Counter counter;
    const QString file = counter.pdf(1);
    counter.stateSigned(QStringLiteral("valid"));
    CHECK(counter.receive({file, file}).error().fault == Fault::InvalidInput);
    PaperPile pile{};
    REQUIRE(counter.capture().run(counter.dossier.uuid, pile, {.component = gt01}));
    CHECK(counter.receive({file}).error().fault == Fault::WrongOrder);
    CHECK(counter.sides(counter.dossier, gt01).size() == 1);
}

TEST_CASE("files that are fewer than the counted sheets are taken in once", "[workflow]")
{
    Counter counter;
    REQUIRE(counter.receive({counter.pdf(1)}));
    REQUIRE(Editing(counter.context).expectSheets(counter.dossier.uuid, gt01, 5));
    int pauses = 0;
    const auto report =
        counter.receive({counter.pdf(2)}, {.onPause = [&](const Pause &) {
                            return ++pauses > 1 ? PauseAnswer::EndHere : PauseAnswer::GoOn;
                        }});
    REQUIRE(report);
    CHECK(pauses == 0);
    CHECK(counter.sides(counter.dossier, gt01).size() == 3);
}

TEST_CASE("unsigned files become sides, all of them or none", "[workflow]")
{
    Counter counter;
    const auto report = counter.receive({counter.pdf(2), counter.pdf(2)});
    REQUIRE(report);
    CHECK(report->capture.sides == 4);
    CHECK(report->signatures.count == 0);
    const QString text = counter.folder.filePath(QStringLiteral("letter.pdf"));
    REQUIRE(writeDurably(text, "%PDF-1.7 but no more"));
    CHECK_FALSE(counter.receive({counter.pdf(1), text}));
    CHECK(counter.sides(counter.dossier, gt01).size() == 4);
}
