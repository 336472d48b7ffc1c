#include "core/dossier/copies.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::dossier {

namespace {

template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

Expected<PaperState> freshState(Decision decision)
{
    switch (decision) {
    case Decision::Digitize:
        return DigitizeSlot{};
    case Decision::Attach:
        return AttachedPaper{};
    case Decision::ShownOnly:
        return ShownPaper{};
    case Decision::Refuse:
        return RefusedPaper{};
    case Decision::Reuse:
        break;
    }
    return fail(Fault::NoReusableCopy);
}

/// The decision that a state still stands for; none once it is past changing.
std::optional<Decision> changeableDecision(const PaperState &state)
{
    using Answer = std::optional<Decision>;
    return std::visit(Overloaded{
                          [](const DigitizeSlot &) { return Answer(Decision::Digitize); },
                          [](const CapturedPaper &) { return Answer(Decision::Digitize); },
                          [](const AttachedPaper &) { return Answer(Decision::Attach); },
                          [](const ShownPaper &) { return Answer(Decision::ShownOnly); },
                          [](const RefusedPaper &) { return Answer(Decision::Refuse); },
                          [](const auto &) { return Answer(); },
                      },
                      state);
}

}  // namespace

CapturedPaper capture(DigitizeSlot, Side firstSide)
{
    return {{std::move(firstSide)}};
}

CapturedPaper capture(CapturedPaper paper, Side nextSide)
{
    paper.sides.push_back(std::move(nextSide));
    return paper;
}

AttachedPaper attach(AttachedPaper paper, Side nextSide)
{
    paper.sides.push_back(std::move(nextSide));
    return paper;
}

SignedCopy sign(CapturedPaper paper, Blob pdf, Clerk signer, qint64 signedAtMs)
{
    return {std::move(pdf), std::move(paper.sides), std::move(signer), signedAtMs};
}

SignedCopy receive(DigitizeSlot, Blob pdf, Sides sides, Clerk signer, qint64 signedAtMs)
{
    return {std::move(pdf), std::move(sides), std::move(signer), signedAtMs, true};
}

ExtractedCopy extract(SignedCopy copy, Fields confirmed)
{
    return {std::move(copy), std::move(confirmed)};
}

CodedCopy assignCode(ExtractedCopy copy, codes::DigitizationCode claimed)
{
    return {std::move(copy), std::move(claimed)};
}

Expected<PaperState> upgraded(const PaperState &state, Blob pdf, SignatureLevel level,
                              qint64 provenAtMs)
{
    PaperState next = state;
    SignedCopy *copy = std::get_if<SignedCopy>(&next);
    if (auto *extracted = std::get_if<ExtractedCopy>(&next))
        copy = &extracted->copy;
    if (auto *coded = std::get_if<CodedCopy>(&next))
        copy = &coded->copy.copy;
    if (copy == nullptr)
        return fail(Fault::WrongOrder, u"upgraded while "_s + stateName(state));
    copy->pdf = std::move(pdf);
    copy->level = level;
    copy->provenAtMs = provenAtMs;
    return next;
}

StoredCopy store(CodedCopy copy, QString manifestSha256)
{
    return {std::move(copy), std::move(manifestSha256)};
}

HandedOverCopy handOver(StoredCopy copy, QString eventId)
{
    return {std::move(copy), std::move(eventId)};
}

Expected<PaperState> decided(const PaperState &current, Decision decision)
{
    const auto standing = changeableDecision(current);
    if (standing == decision)
        return current;
    if (!standing && !std::holds_alternative<OpenSlot>(current))
        return fail(Fault::WrongOrder, u"decided after "_s + stateName(current));
    if (!sidesOf(current).empty())
        return fail(Fault::WrongOrder, u"captured sides would be lost"_s);
    return freshState(decision);
}

QString reuseSourceName(ReuseSource source)
{
    return source == ReuseSource::NationalStore ? QStringLiteral("national_store")
                                                : QStringLiteral("repository");
}

ReuseSource reuseSourceFrom(const QString &name)
{
    return name == reuseSourceName(ReuseSource::NationalStore) ? ReuseSource::NationalStore
                                                               : ReuseSource::Repository;
}

QString stateName(const PaperState &state)
{
    return std::visit(Overloaded{
                          [](const OpenSlot &) { return u"open"_s; },
                          [](const DigitizeSlot &) { return u"decided"_s; },
                          [](const CapturedPaper &) { return u"captured"_s; },
                          [](const SignedCopy &) { return u"signed"_s; },
                          [](const ExtractedCopy &) { return u"extracted"_s; },
                          [](const CodedCopy &) { return u"coded"_s; },
                          [](const StoredCopy &) { return u"stored"_s; },
                          [](const HandedOverCopy &) { return u"handed_over"_s; },
                          [](const ReusedCopy &) { return u"reused"_s; },
                          [](const AttachedPaper &) { return u"attached"_s; },
                          [](const ShownPaper &) { return u"shown"_s; },
                          [](const RefusedPaper &) { return u"refused"_s; },
                      },
                      state);
}

Sides sidesOf(const PaperState &state)
{
    return std::visit(
        Overloaded{
            [](const CapturedPaper &paper) { return paper.sides; },
            [](const AttachedPaper &paper) { return paper.sides; },
            [](const SignedCopy &copy) { return copy.sides; },
            [](const ExtractedCopy &extracted) { return extracted.copy.sides; },
            [](const CodedCopy &coded) { return coded.copy.copy.sides; },
            [](const StoredCopy &stored) { return stored.copy.copy.copy.sides; },
            [](const HandedOverCopy &handed) { return handed.copy.copy.copy.copy.sides; },
            [](const auto &) { return Sides(); },
        },
        state);
}

const ExtractedCopy *extractedCopyOf(const PaperState &state)
{
    if (const auto *extracted = std::get_if<ExtractedCopy>(&state))
        return extracted;
    if (const auto *coded = std::get_if<CodedCopy>(&state))
        return &coded->copy;
    if (const auto *stored = std::get_if<StoredCopy>(&state))
        return &stored->copy.copy;
    if (const auto *handedOver = std::get_if<HandedOverCopy>(&state))
        return &handedOver->copy.copy.copy;
    return nullptr;
}

const SignedCopy *signedCopyOf(const PaperState &state)
{
    if (const auto *signedCopy = std::get_if<SignedCopy>(&state))
        return signedCopy;
    const auto *extracted = extractedCopyOf(state);
    return extracted ? &extracted->copy : nullptr;
}

QString finalCodeOf(const PaperState &state)
{
    if (const auto *coded = std::get_if<CodedCopy>(&state))
        return coded->code.text();
    if (const auto *stored = std::get_if<StoredCopy>(&state))
        return stored->copy.code.text();
    if (const auto *handedOver = std::get_if<HandedOverCopy>(&state))
        return handedOver->copy.copy.code.text();
    if (const auto *reused = std::get_if<ReusedCopy>(&state))
        return reused->code.text();
    return {};
}

}  // namespace station::dossier
