#include "tests/core/repository/small_s3_server.h"
#include "tests/e2e/station_under_test.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace station;
using namespace station::e2e;
using namespace station::repository;
using namespace Qt::StringLiterals;

namespace {

/// Settings of a station with that server as its repository.
class S3Settings {
public:
    explicit S3Settings(const QString &url)
    {
        write(u"kho.login"_s, "AKIDEXAMPLE\nsecret-of-the-test\n");
        write(u"kho.toml"_s, "[repository]\nkind = \"s3\"\nurl = \"" + url.toUtf8() +
                                 "\"\ndocument_bucket = \"kho-doc\"\ncontrol_bucket = "
                                 "\"kho-ctl\"\nlogin_file = \"kho.login\"\n");
    }

    Run probe() const
    {
        return run(StationUnderTest::program(),
                   {u"--data"_s, m_folder.filePath(u"data"_s), u"--config"_s,
                    m_folder.filePath(u"config"_s), u"--language"_s, u"en"_s, u"--json"_s,
                    u"repository"_s, u"probe"_s});
    }

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QDir(m_folder.path()).mkpath(u"config"_s);
        QFile file(m_folder.filePath(u"config/"_s + name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    QTemporaryDir m_folder;
};

}  // namespace

TEST_CASE("the probe says what a repository does and what is therefore allowed", "[e2e]")
{
    const StationUnderTest station;
    const Run folder = station.cli({u"repository"_s, u"probe"_s});
    CHECK(folder.exitCode == 0);
    CHECK(folder.json()[u"claims_allowed"_s].toBool());
    CHECK(folder.json()[u"purge_allowed"_s].toBool());
    CHECK_FALSE(folder.json()[u"keeps_versions"_s].toBool());

    const SmallS3Server bad({.storesWrongHash = true, .ignoresCondition = true});
    const Run unfit = S3Settings(bad.url()).probe();
    INFO(unfit.errors.toStdString());
    CHECK(unfit.exitCode == 3);
    CHECK_FALSE(unfit.json()[u"claims_allowed"_s].toBool(true));
    CHECK_FALSE(unfit.json()[u"purge_allowed"_s].toBool(true));

    SmallS3Server refusing;
    refusing.answer("GET", s3Error(403, "InvalidAccessKeyId"));
    const Run refused = S3Settings(refusing.url()).probe();
    CHECK(refused.exitCode == 1);
    CHECK(refused.errorCode() == u"repository_refused"_s);
    CHECK(refused.errors.contains("InvalidAccessKeyId"));
    CHECK_FALSE(refused.errors.contains("secret-of-the-test"));
}
