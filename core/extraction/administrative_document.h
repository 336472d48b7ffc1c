#pragma once

#include "core/extraction/reading.h"

namespace station::extraction {

/// The parts of a document that Decree 30/2020 (Annex I) gives a place on the
/// first page: agencies top left, number below them, place and date top right,
/// then the type and what it is about.
void readHeader(const PaperText &paper, Readings &readings);

/// Subject (trích yếu): after "V/v", or below the title; a title that says it
/// all ("GIẤY KHÁM SỨC KHỎE …") is its own subject.
void readSubject(const PaperText &paper, Readings &readings);

/// Who signed: the name below the last post, bottom right.
void readSigner(const PaperText &paper, Readings &readings);

}  // namespace station::extraction
