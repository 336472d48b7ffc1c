#pragma once

#include "core/dossier/dossier.h"
#include "core/workflow/station_context.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace station::cli {

/// A dossier as `dossier show --json` gives it.
QJsonObject toJson(const dossier::Dossier &dossier, const workflow::LawBook &law);

/// The same for a person: a head line and one line a component.
QStringList toLines(const dossier::Dossier &dossier, const workflow::LawBook &law);

/// One line for a person: key, confidence, sure or to be checked, value.
QString proposalLine(const dossier::FieldProposal &proposal);
/// Without its ink: sides are named differently with and without a dossier.
QJsonObject toJson(const dossier::FieldProposal &proposal);
QJsonArray toJson(const dossier::FieldProposals &proposals);
QJsonArray toJson(const dossier::Fields &fields);

/// Sheets of one paper against its count.
QJsonObject toJson(const QString &component, const dossier::SheetTally &tally);

QString sourceName(dossier::FieldSource source);  ///< ocr, qr, typed, store

/// Names of the flags, e.g. "too_dark".
QJsonArray attentionJson(dossier::Attentions attention);

}  // namespace station::cli
