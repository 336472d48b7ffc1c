#include "signing/verify/context_wire.h"

#include <QJsonArray>

namespace station::signing {
namespace {

QJsonArray toWire(const QByteArrayList &ders)
{
    QJsonArray wire;
    for (const auto &der : ders)
        wire.append(QString::fromLatin1(der.toBase64()));
    return wire;
}

QByteArrayList fromWire(const QJsonValue &wire)
{
    QByteArrayList ders;
    for (const auto value : wire.toArray())
        ders.append(QByteArray::fromBase64(value.toString().toLatin1()));
    return ders;
}

}  // namespace

QJsonObject contextToWire(const VerifyContext &context)
{
    return {{QStringLiteral("anchors"), toWire(context.anchors)},
            {QStringLiteral("now"), context.nowMs},
            {QStringLiteral("policy"), context.policy.toWire()},
            {QStringLiteral("certificates"), toWire(context.certificates)},
            {QStringLiteral("ocsp"), toWire(context.ocspResponses)},
            {QStringLiteral("crls"), toWire(context.crls)}};
}

VerifyContext contextFromWire(const QJsonObject &wire)
{
    return {.anchors = fromWire(wire.value(QLatin1String("anchors"))),
            .nowMs = wire.value(QLatin1String("now")).toInteger(),
            .policy = AlgorithmPolicy::fromWire(wire.value(QLatin1String("policy")).toObject()),
            .certificates = fromWire(wire.value(QLatin1String("certificates"))),
            .ocspResponses = fromWire(wire.value(QLatin1String("ocsp"))),
            .crls = fromWire(wire.value(QLatin1String("crls")))};
}

}  // namespace station::signing
