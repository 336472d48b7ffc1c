#pragma once

#include "app/cli/invocation.h"
#include "core/dossier/dossier.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace station::cli {

/// A dossier as `dossier show` gives it: for a person a head line and one line a component. The
/// code of a confirmed paper is PROVISIONAL until it is claimed.
Expected<Outcome> outcomeOf(compose::Station &station, const dossier::Dossier &dossier);

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
