#pragma once

#include "tests/bench/papers/random.h"

#include <QDate>
#include <QString>

namespace station::papers {

/// Everybody and everything here is invented; numbers obey their rules (province, century and
/// sex of a personal id, check digit of a tax code, series of a plate).
struct Province {
    QString name{};
    bool isCity = false;
    int idCode = 0;
    QStringList plates{};
    QString code{};  ///< Of the dossiers: H62.
    QStringList districts{};

    QString full() const;  ///< "tỉnh Vĩnh Phúc"
};

struct Person {
    QString name{};  ///< "Nguyễn Thị Thu Hường"
    bool woman = false;
    QDate born{};
    QString id{};
    QString oldId{};
    QDate idIssued{};
    QString address{};
    QString origin{};
    QString phone{};

    QString sex() const;
};

struct Company {
    QString name{};
    QString form{};  ///< Công ty TNHH, hợp tác xã, hộ kinh doanh
    QString abbreviation{};
    QString taxCode{};
    QString address{};
    QString phone{};
    QString leader{};
    QString leaderTitle{};
};

struct Agency {
    QString parent{};  ///< As on the paper's head; empty: it stands alone.
    QString name{};    ///< In capitals.
    QString spoken{};  ///< "Sở Giao thông vận tải tỉnh Vĩnh Phúc"
    QString abbreviation{};
    QString chief{};  ///< GIÁM ĐỐC
    QString place{};
};

struct Vehicle {
    QString plate{};
    QString kind{};
    QString brand{};
    QString chassis{};
    QString engine{};
    QString colour{};
    QString seats{};
    QString load{};
    QString year{};
    QString country{};
};

Province someProvince(Random &random);
Person somePerson(Random &random, const Province &province);
QString someName(Random &random, bool woman);
QString someAddress(Random &random, const Province &province);
Company someCompany(Random &random, const Province &province);
Agency someAgency(Random &random, const Province &province);
Agency transportAgency(Random &random, const Province &province);
Vehicle someVehicle(Random &random, const Province &province);
QString carPlate(Random &random, const Province &province);
QString taxCode(Random &random);
QString phoneNumber(Random &random);
QString dossierCode(Random &random, const Province &province, const QDate &day);
QString licenceNumber(Random &random, const Province &province, const Person &person, int year);
QDate someDate(Random &random, int fromYear, int toYear);
QString someSubject(Random &random);
QString someSentence(Random &random);

QString slashed(const QDate &date);  ///< 05/06/2024
/// "ngày 05 tháng 6 năm 2024" (ND 30/2020: days below 10 and months 1 and 2 padded)
QString spokenDate(const QDate &date);

}  // namespace station::papers
