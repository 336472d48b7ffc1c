#include "app/compose/station_sealing.h"
#include "core/base/clock.h"
#include "core/store/column_form.h"
#include "core/store/store.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace station;
using namespace station::compose;
using namespace Qt::StringLiterals;

namespace {

struct Office {
    Office()
    {
        REQUIRE(QDir().mkpath(data));
        settings.sealing = config::SealingKey::File;
        settings.sealingKeyFile = folder.filePath(u"config/sealing.key"_s);
    }
    SealingKeys keys() const { return {settings, folder.filePath(u"config"_s), data}; }
    void fill(const StationSealing &sealing) const
    {
        REQUIRE(store::Store::open(data, clock, sealing.sealer));
    }
    /// Certificate and key as the office's IT makes them.
    void makeCertificate()
    {
        settings.recoveryCertificateFile = folder.filePath(u"recovery.pem"_s);
        QProcess process;
        process.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-subj"_s, u"/CN=Recovery"_s,
                       u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                       u"-keyout"_s, privateKey, u"-out"_s, settings.recoveryCertificateFile});
        REQUIRE(process.waitForFinished());
        REQUIRE(process.exitCode() == 0);
    }

    QTemporaryDir folder;
    QString data = folder.filePath(u"data"_s);
    QString privateKey = folder.filePath(u"recovery.key"_s);
    SystemClock clock;
    config::StorageSettings settings{};
};

}  // namespace

TEST_CASE("a station makes its key at the first start and uses it ever after", "[compose]")
{
    const Office office;
    const auto first = office.keys().open();
    REQUIRE(first);
    CHECK(first->place == office.settings.sealingKeyFile);
    office.fill(*first);
    CHECK(store::sealingKeyOf(office.data).value() == first->sealer->keyId());
    CHECK(office.keys().open()->sealer->keyId() == first->sealer->keyId());
}

TEST_CASE("a station whose key is lost says so and gets it back from the office", "[compose]")
{
    Office office;
    office.makeCertificate();
    const auto first = office.keys().open();
    REQUIRE(first);
    office.fill(*first);
    CHECK(office.keys().isRecoverable().value() == true);

    REQUIRE(QFile::remove(office.settings.sealingKeyFile));
    CHECK(office.keys().open().error().fault == Fault::KeyUnavailable);
    CHECK(office.keys().place().error().fault == Fault::KeyUnavailable);
    CHECK_FALSE(QFile::exists(office.settings.sealingKeyFile));

    CHECK(office.keys().recover(office.privateKey, {}).value() == office.settings.sealingKeyFile);
    CHECK(office.keys().open()->sealer->keyId() == first->sealer->keyId());
}

TEST_CASE("a key that was made for other data is not used for sealed data", "[compose]")
{
    const Office office;
    office.fill(*office.keys().open());
    REQUIRE(QFile::remove(office.settings.sealingKeyFile));
    Office other;
    other.settings.sealingKeyFile = office.settings.sealingKeyFile;
    REQUIRE(other.keys().open());
    CHECK(office.keys().open().error().fault == Fault::KeyUnavailable);
}

TEST_CASE("sealing is off only where the settings say so and nothing is sealed yet", "[compose]")
{
    Office office;
    office.settings.sealing = config::SealingKey::None;
    CHECK(office.keys().open()->sealer == nullptr);
    office.fill(*office.keys().open());
    CHECK(store::sealingKeyOf(office.data).value().isEmpty());

    office.settings.sealing = config::SealingKey::File;
    office.fill(*office.keys().open());
    office.settings.sealing = config::SealingKey::None;
    CHECK(office.keys().open().error().fault == Fault::SettingsInvalid);
}

TEST_CASE("a station without settings asks nobody's keyring", "[compose]")
{
    Office office;
    office.settings = {};
    const SealingKeys keys(office.settings, {}, office.data);
    const auto opened = keys.open();
    REQUIRE(opened);
    CHECK(opened->place.endsWith(u"/tram-so-hoa/sealing.key"));
}
