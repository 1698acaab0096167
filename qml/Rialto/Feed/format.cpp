// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include "domain/time_zone.h"

#include <QTimeZone>

#include <array>

namespace rialto {
namespace {

constexpr QChar kMinus(0x2212);

// Puts separators into plain decimal text and turns its hyphen into a real minus.
QString grouped(const std::string& plain)
{
    const bool negative = !plain.empty() && plain[0] == '-';
    const std::string digits = negative ? plain.substr(1) : plain;
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    QString text;
    text.reserve(int(digits.size() + digits.size() / 3 + 1));
    if (negative)
        text += kMinus;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            text += QLatin1Char(',');
        text += QLatin1Char(digits[i]);
    }
    return text;
}

QString withSign(QString text, bool positive) { return positive ? QLatin1Char('+') + text : text; }

// Percent of an exact ratio, in hundredths.
QString percentText(Int128 numerator, Int128 denominator, bool signedText)
{
    const auto hundredths = narrow(divideRounded(numerator * 10'000, denominator, Rounding::HalfUp));
    if (!hundredths)
        return Format::none();
    const QString text = grouped(formatDecimal(*hundredths, 2, 2)) + QLatin1Char('%');
    return signedText ? withSign(text, *hundredths > 0) : text;
}

// The first digits of raw / unit, three significant ones at least, cut.
QString cut(std::int64_t raw, std::int64_t unit)
{
    const std::int64_t whole = raw / unit;
    const int places = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
    const std::int64_t power = places == 0 ? 1 : places == 1 ? 10 : 100;
    const std::int64_t scaled = *mulDiv(raw, power, unit, Rounding::Down);
    return grouped(formatDecimal(scaled, places, 0));
}

QString two(std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::u16string_view kDaysZh = u"一二三四五六日";

} // namespace

QString Format::price(Price value, int digits) const { return grouped(value.text(digits)); }
QString Format::quantity(Quantity value) const { return grouped(value.text()); }

QString Format::compact(Quantity value) const
{
    const std::int64_t raw = value.abs().raw();
    const QString sign = value.isNegative() ? QString(kMinus) : QString();
    constexpr std::int64_t thousand = 1'000 * kFixedOne;
    if (chinese()) {
        if (raw < 10 * thousand)
            return quantity(value);
        return raw < 100'000 * thousand ? sign + cut(raw, 10 * thousand) + QStringLiteral("万")
                                        : sign + cut(raw, 100'000 * thousand) + QStringLiteral("亿");
    }
    if (raw < 10 * thousand)
        return quantity(value);
    if (raw < 1'000 * thousand)
        return sign + cut(raw, thousand) + QLatin1Char('K');
    if (raw < 1'000'000 * thousand)
        return sign + cut(raw, 1'000 * thousand) + QLatin1Char('M');
    return sign + cut(raw, 1'000'000 * thousand) + QLatin1Char('B');
}

QString Format::money(const Money& value) const { return m_private ? covered() : grouped(value.text()); }

QString Format::moneyWithCode(const Money& value) const
{
    return QString::fromStdString(value.currency().code()) + QLatin1Char(' ') + money(value);
}

QString Format::signedMoney(const Money& value) const { return m_private ? covered() : withSign(money(value), value.minor() > 0); }
QString Format::signedQuantity(Quantity value) const { return withSign(quantity(value), value.isPositive()); }

QString Format::change(Price now, Price before, int digits) const
{
    const Price difference = now - before;
    return withSign(price(difference, digits), difference.isPositive());
}

QString Format::percentChange(Price now, Price before) const
{
    if (!before.isPositive())
        return {};
    return percentText(Int128(now.raw()) - before.raw(), before.raw(), true);
}

QString Format::percentChange(const Money& gain, const Money& base) const
{
    if (base.minor() <= 0)
        return {};
    return percentText(gain.minor(), base.minor(), true);
}

QString Format::percent(std::int64_t e8) const { return percentText(e8, kFixedOne, false); }
QString Format::signedPercent(std::int64_t e8) const { return percentText(e8, kFixedOne, true); }

std::int64_t Format::offset(Timestamp time, std::string_view zone) const
{
    constexpr std::int64_t blockLength = 15 * kNanosPerMinute;
    const std::int64_t block = time.nanos >= 0 ? time.nanos / blockLength : -1 - (-1 - time.nanos) / blockLength;
    auto known = m_offsets.find(zone);
    if (known == m_offsets.end())
        known = m_offsets.emplace(std::string(zone), KnownOffset{block - 1, 0}).first;
    if (known->second.block != block)
        known->second = {block, utcOffsetSeconds(time, zone).valueOr(0)};
    return known->second.seconds;
}

QString Format::timeMillis(Timestamp instant, std::string_view zone) const
{
    const std::int64_t millis = ((instant.millis() % 1000) + 1000) % 1000;
    return time(instant, zone) + QStringLiteral(".%1").arg(millis, 3, 10, QLatin1Char('0'));
}

QString Format::time(Timestamp time, std::string_view zone) const
{
    const std::int64_t local = time.nanos + offset(time, zone) * kNanosPerSecond;
    const std::int64_t second = (((local % kNanosPerDay) + kNanosPerDay) % kNanosPerDay) / kNanosPerSecond;
    return two(second / 3600) + QLatin1Char(':') + two(second / 60 % 60) + QLatin1Char(':') + two(second % 60);
}

QString Format::timeWithZone(Timestamp instant, std::string_view zone) const
{
    return time(instant, zone) + QLatin1Char(' ') + zoneLabel(instant, zone);
}

QString Format::dayAndTime(Timestamp instant, std::string_view zone) const
{
    const Date day = Date::ofUtc(instant, offset(instant, zone));
    const QString label = chinese() ? two(day.month()) + QLatin1Char('-') + two(day.day())
                                    : QString::number(day.day()) + QLatin1Char(' ') + QLatin1String(kMonths[day.month() - 1]);
    return label + QLatin1Char(' ') + time(instant, zone);
}

QString Format::zoneLabel(Timestamp time, std::string_view zone) const
{
    if (!chinese() && !zone.starts_with("Asia/")) {
        const QTimeZone known(QByteArray(zone.data(), int(zone.size())));
        const QString letters = known.isValid() ? known.abbreviation(QDateTime::fromMSecsSinceEpoch(time.millis(), Qt::UTC)) : QString();
        if (!letters.isEmpty() && letters[0].isLetter())
            return letters;
    }
    const std::int64_t seconds = offset(time, zone);
    const std::int64_t minutes = (seconds < 0 ? -seconds : seconds) / 60;
    QString label = QStringLiteral("UTC");
    if (seconds != 0)
        label += (seconds < 0 ? QString(kMinus) : QStringLiteral("+")) + QString::number(minutes / 60);
    if (minutes % 60 != 0)
        label += QLatin1Char(':') + two(minutes % 60);
    return label;
}

QString Format::date(Date date) const
{
    if (chinese())
        return QString::fromStdString(date.text());
    return QStringLiteral("%1 %2 %3").arg(date.day()).arg(QLatin1String(kMonths[date.month() - 1])).arg(date.year());
}

QString Format::shortDate(Date date) const
{
    const auto weekday = std::size_t(date.weekday());
    if (chinese())
        return QStringLiteral("%1月%2日 周%3").arg(date.month()).arg(date.day()).arg(QChar(kDaysZh[weekday]));
    return QStringLiteral("%1 %2 %3").arg(QLatin1String(kDays[weekday])).arg(date.day()).arg(QLatin1String(kMonths[date.month() - 1]));
}

QString Format::pick(const std::string& english, const std::string& other) const
{
    const bool useOther = english.empty() || (chinese() && !other.empty());
    return QString::fromStdString(useOther ? other : english);
}

QString Format::count(std::int64_t value) const { return grouped(std::to_string(value)); }

QString editable(Price value, int digits) { return QString::fromStdString(value.text(digits)); }
QString editable(Quantity value) { return QString::fromStdString(value.text()); }

} // namespace rialto
