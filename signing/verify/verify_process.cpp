#include "signing/verify/verify_process.h"

#include "core/base/worker_channel.h"
#include "signing/verify/context_wire.h"

#include <QFileInfo>

namespace station::signing {
namespace {

/// The file has ended its judge: nothing is known of it.
VerifyReport unverifiable(const char *code, const QString &detail)
{
    VerifyReport report{.overall = Verdict::Unverifiable, .code = QLatin1String(code)};
    report.findings.push_back({report.code, Verdict::Unverifiable, detail});
    return report;
}

}  // namespace

Expected<VerifyReport> verifyApart(const QString &path, const VerifyContext &context,
                                   const VerifyProcessOptions &options, std::stop_token stop)
{
    const QString program = options.program.isEmpty()
                                ? helperProgram(QStringLiteral("tramsohoa-verify-worker"))
                                : options.program;
    const QFileInfo file(path);
    auto channel =
        WorkerChannel::start(program, {QStringLiteral("--file"), file.absoluteFilePath()});
    if (!channel)
        return fail(channel.error());
    const auto sent = channel->send(contextToWire(context));
    const auto answer = sent ? channel->receive(options.timeoutMs, stop) : fail(sent.error());
    channel->kill();
    if (!answer && answer.error().fault == Fault::TimedOut)
        return unverifiable("verifier_stalled", answer.error().detail);
    if (!answer && answer.error().fault == Fault::WorkerDied)
        return unverifiable("verifier_died", answer.error().detail);
    if (!answer)
        return fail(answer.error());
    if (const auto fault = answer->value(QLatin1String("fault")); !fault.isUndefined())
        return fail(static_cast<Fault>(fault.toInt()),
                    answer->value(QLatin1String("detail")).toString(), file.fileName());
    return VerifyReport::fromWire(*answer);
}

}  // namespace station::signing
