#pragma once

#include "core/base/releaser.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace station::signing {

/// OpenSSL objects that free themselves.
using X509Handle = std::unique_ptr<X509, Releaser<X509_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using KeyContextHandle = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX_free>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, Releaser<CMS_ContentInfo_free>>;
using BioHandle = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using StoreHandle = std::unique_ptr<X509_STORE, Releaser<X509_STORE_free>>;
using StoreContextHandle = std::unique_ptr<X509_STORE_CTX, Releaser<X509_STORE_CTX_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;

/// The DER of an OpenSSL object: `derOf<i2d_X509>(certificate)`. Empty when it has none.
template <auto encode, typename T>
QByteArray derOf(T *object)
{
    unsigned char *bytes = nullptr;
    const int size = encode(object, &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), qMax(size, 0));
    OPENSSL_free(bytes);
    return der;
}

}  // namespace station::signing
