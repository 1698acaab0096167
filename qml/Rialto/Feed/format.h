// SPDX-License-Identifier: GPL-3.0-or-later
// Format: every figure, time and name a screen shows, as finished text in the language of the screens. Exact: from integers,
// never through floating point. A value; GUI thread (it remembers zone offsets). Ask Feed::format() for the present one and
// build texts anew on Feed::languageChanged. Negative figures carry U+2212, as wide as the plus; signed ones always a sign.
#pragma once

#include "base/clock.h"
#include "domain/instrument.h"

#include <QString>

#include <map>
#include <string>
#include <string_view>

namespace rialto {

enum class UiLanguage { English, Chinese };

class Format {
public:
    explicit Format(UiLanguage language = UiLanguage::English) : m_language(language) {}
    UiLanguage language() const { return m_language; }
    /// Privacy: amounts of money are dots; prices, quantities and percentages stay.
    void setPrivate(bool on) { m_private = on; }
    bool chinese() const { return m_language == UiLanguage::Chinese; }

    /// "1,234.50": at least `digits` decimals; more only when the value has them.
    QString price(Price value, int digits) const;
    QString price(Price value, const Instrument& instrument) const { return price(value, instrument.spec.priceDigits); }
    /// "1,200", "0.0425".
    QString quantity(Quantity value) const;
    /// "850", "12.4K", "3.05M"; in Chinese "1.24万", "3,050万", "1.2亿". Cut, not rounded up.
    QString compact(Quantity value) const;
    /// "12,345.60", all minor digits, no code.
    QString money(const Money& value) const;
    /// "USD 12,345.60".
    QString moneyWithCode(const Money& value) const;
    QString signedMoney(const Money& value) const;
    QString signedQuantity(Quantity value) const;
    /// now - before with its sign: "+1.25".
    QString change(Price now, Price before, int digits) const;
    /// "+0.67%", rounded half away from zero; empty when `before` is not positive.
    QString percentChange(Price now, Price before) const;
    QString percentChange(const Money& gain, const Money& base) const;
    /// 10^-8 as percent with two decimals: 0.0125 is "1.25%".
    QString percent(std::int64_t e8) const;
    QString signedPercent(std::int64_t e8) const;
    static int sign(Price now, Price before) { return now > before ? 1 : now < before ? -1 : 0; }

    /// "09:30:05" on the wall clock of an IANA zone.
    QString time(Timestamp time, std::string_view zone) const;
    /// "09:30:05.123".
    QString timeMillis(Timestamp time, std::string_view zone) const;
    /// "09:30:05 EST"; where the letters are ambiguous, and in Chinese, "UTC+8".
    QString timeWithZone(Timestamp time, std::string_view zone) const;
    /// "24 Nov 09:30:05"; "11-24 09:30:05".
    QString dayAndTime(Timestamp time, std::string_view zone) const;
    QString zoneLabel(Timestamp time, std::string_view zone) const;
    /// "24 Nov 2026"; "2026-11-24".
    QString date(Date date) const;
    /// "Tue 24 Nov"; "11月24日 周二".
    QString shortDate(Date date) const;

    /// The instrument's name in the language; the other one when it has none.
    QString name(const Instrument& instrument) const { return pick(instrument.name, instrument.nameZh); }
    QString pick(const std::string& english, const std::string& chinese) const;
    /// "3" or "3,000".
    QString count(std::int64_t value) const;

    /// What stands for a figure that is not known.
    static QString none() { return QStringLiteral("\u2013"); }
    /// What stands for an amount in private.
    static QString covered() { return QStringLiteral("\u2022\u2022\u2022\u2022\u2022"); }

private:
    std::int64_t offset(Timestamp time, std::string_view zone) const;

    struct KnownOffset {
        std::int64_t block = 0; // quarter of an hour since 1970; offsets change on its borders only
        std::int64_t seconds = 0;
    };
    UiLanguage m_language;
    bool m_private = false;
    mutable std::map<std::string, KnownOffset, std::less<>> m_offsets;
};

/// The number as typed into a field: no grouping, a plain hyphen.
QString editable(Price value, int digits);
QString editable(Quantity value);

} // namespace rialto
