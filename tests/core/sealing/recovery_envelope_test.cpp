#include "core/sealing/recovery_envelope.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace station;
using namespace station::sealing;
using namespace Qt::StringLiterals;

namespace {

QByteArray openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    REQUIRE(process.waitForFinished());
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

struct Office {
    /// Certificate and key as the office's IT makes them.
    void make(const QString &name, const QStringList &kind) const
    {
        openssl(QStringList{u"req"_s, u"-x509"_s, u"-nodes"_s, u"-subj"_s, u"/CN=Recovery"_s,
                            u"-keyout"_s, file(name + u".key"_s), u"-out"_s,
                            file(name + u".pem"_s)} +
                kind);
    }
    QString file(const QString &name) const { return folder.filePath(name); }
    QStringList envelopes() const
    {
        return QDir(file(u"data/recovery"_s)).entryList({u"*.p7m"_s}, QDir::Files);
    }
    Expected<> keep(const QString &name) const
    {
        return keepRecoverable(keys, file(u"data"_s), file(name + u".pem"_s));
    }
    Expected<DataKeys> recovered(const QString &name) const
    {
        return recoveredKeys(file(u"data"_s), file(name + u".key"_s), {});
    }

    QTemporaryDir folder;
    DataKeys keys = DataKeys::made().value();
};

const QStringList rsa{u"-newkey"_s, u"rsa:2048"_s};
const QStringList ec{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};

}  // namespace

TEST_CASE("who holds the office's recovery key gets the data key back", "[sealing]")
{
    for (const auto &kind : {rsa, ec}) {
        const Office office;
        office.make(u"it"_s, kind);
        office.make(u"other"_s, kind);
        REQUIRE(office.keep(u"it"_s));
        REQUIRE(office.envelopes().size() == 1);
        CHECK_FALSE(
            QFile::permissions(office.file(u"data/recovery/"_s + office.envelopes().front())) &
            QFile::ReadOther);
        CHECK(isRecoverable(office.keys.keys().front().id, office.file(u"data"_s),
                            office.file(u"it.pem"_s))
                  .value());
        const auto back = office.recovered(u"it"_s);
        REQUIRE(back);
        CHECK(back->keys().front().bytes.view() == office.keys.keys().front().bytes.view());
        CHECK(office.recovered(u"other"_s).error().fault == Fault::KeyUnavailable);
    }
}

TEST_CASE("an envelope opens with the tools of the system alone", "[sealing]")
{
    const Office office;
    office.make(u"it"_s, rsa);
    REQUIRE(office.keep(u"it"_s));
    const auto text = openssl({u"cms"_s, u"-decrypt"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                               office.file(u"data/recovery/"_s + office.envelopes().front()),
                               u"-inkey"_s, office.file(u"it.key"_s)});
    CHECK(DataKeys::parse(Secret(QByteArray(text))).value().keys().front().id ==
          office.keys.keys().front().id);
}

TEST_CASE("envelopes follow new keys and a new certificate", "[sealing]")
{
    Office office;
    office.make(u"it"_s, ec);
    office.make(u"new"_s, ec);
    REQUIRE(office.keep(u"it"_s));
    const auto first = office.envelopes();
    REQUIRE(office.keep(u"it"_s));
    CHECK(office.envelopes() == first);

    office.keys.adopt(DataKeys::made().value());
    CHECK_FALSE(isRecoverable(office.keys.keys().front().id, office.file(u"data"_s),
                              office.file(u"it.pem"_s))
                    .value());
    REQUIRE(office.keep(u"it"_s));
    CHECK(office.envelopes().size() == 2);
    CHECK(office.recovered(u"it"_s)->keys().size() == 2);

    REQUIRE(office.keep(u"new"_s));
    CHECK(office.envelopes().size() == 2);
    CHECK(office.recovered(u"new"_s)->keys().size() == 2);
    CHECK(office.recovered(u"it"_s).error().fault == Fault::KeyUnavailable);
}

TEST_CASE("a recovery key with a passphrase opens with it alone", "[sealing]")
{
    const Office office;
    office.make(u"it"_s, rsa);
    REQUIRE(office.keep(u"it"_s));
    openssl({u"pkey"_s, u"-in"_s, office.file(u"it.key"_s), u"-aes256"_s, u"-passout"_s,
             u"pass:four words"_s, u"-out"_s, office.file(u"locked.key"_s)});
    const auto with = [&](const char *passphrase) {
        return recoveredKeys(office.file(u"data"_s), office.file(u"locked.key"_s),
                             Secret(QByteArray(passphrase)));
    };
    CHECK(with("four words"));
    CHECK(with("five words").error().fault == Fault::FileUnreadable);
}

TEST_CASE("a file that is no certificate is refused", "[sealing]")
{
    const Office office;
    office.make(u"it"_s, ec);
    CHECK(keepRecoverable(office.keys, office.file(u"data"_s), office.file(u"it.key"_s))
              .error()
              .fault == Fault::SettingsInvalid);
    CHECK(keepRecoverable(office.keys, office.file(u"data"_s), office.file(u"none.pem"_s))
              .error()
              .fault == Fault::FileMissing);
}
