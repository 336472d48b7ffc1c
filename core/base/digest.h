#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct evp_md_ctx_st;

namespace station {

/// A hash of bytes that come in pieces. (OpenSSL uses the processor's own instructions; Qt's hash
/// does not.)
class Digest {
public:
    enum class Kind {
        Sha256,
        Md5,  ///< Only where a protocol asks for it.
    };

    explicit Digest(Kind kind = Kind::Sha256);
    ~Digest();
    Digest(Digest &&) noexcept;
    Digest &operator=(Digest &&) noexcept;

    void add(const char *bytes, qint64 size);
    void add(const QByteArray &bytes) { add(bytes.constData(), bytes.size()); }
    /// Lower case; afterwards it can only be thrown away.
    QString hex();

private:
    struct Release {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Release> m_context;
};

}  // namespace station
