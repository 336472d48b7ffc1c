#pragma once

#include <QByteArray>

#include <array>

namespace station::imaging {

/// What the coder has learned of one context: a row of its table of probabilities and the
/// likelier bit.
struct CoderState {
    quint8 row = 0;
    quint8 likely = 0;
};

/// The arithmetic coder of JBIG2 (ITU-T T.88 Annex E).
class ArithmeticEncoder {
public:
    void encode(CoderState &state, int bit);

    /// The likelier bit so many times.
    void encodeLikely(CoderState &state, int times);

    /// What was coded, with its end mark. Once, at the end.
    QByteArray finished();

private:
    void likely(CoderState &state);
    void renormalize();
    void byteOut();

    QByteArray m_bytes = QByteArray(1, '\0');  ///< The first one only takes a carry.
    quint32 m_interval = 0x8000;
    quint32 m_code = 0;
    int m_countdown = 12;
};

/// The reverse. Any bytes decode to something; those after the end read as ones.
class ArithmeticDecoder {
public:
    /// Borrows the bytes.
    explicit ArithmeticDecoder(QByteArrayView bytes);

    int decode(CoderState &state);

    /// How many of up to `most` next bits are the likelier one and change no state.
    int skipLikely(const CoderState &state, int most);

private:
    quint32 at(qsizetype place) const;
    void byteIn();
    void renormalize();

    QByteArrayView m_bytes;
    qsizetype m_place = 0;
    quint32 m_interval = 0x8000;
    quint32 m_code = 0;
    int m_countdown = 0;
};

}  // namespace station::imaging
