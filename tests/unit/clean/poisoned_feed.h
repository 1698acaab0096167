// SPDX-License-Identifier: GPL-3.0-or-later
// PoisonedFeed: good daily rows in the columns of Yahoo, and kinds of damage with a known place. Real rows where the shared
// data is there, a seeded series otherwise.
#pragma once

#include "base/rng.h"

#include <QDate>
#include <QFile>
#include <QString>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace rialto::testing {

struct FeedRow {
    QDate day;
    double open = 0, high = 0, low = 0, close = 0, adjusted = 0, volume = 0, dividend = 0, split = 0;
    std::string raw;   // in place of the row, when not empty
    std::string note;  // marks the row for the judge
};
using Feed = std::vector<FeedRow>;

inline std::string rowText(const FeedRow& row)
{
    if (!row.raw.empty())
        return row.raw + "\n";
    QString text = row.day.toString(Qt::ISODate);
    for (const double price : {row.open, row.high, row.low, row.close, row.adjusted})
        text += "," + (std::isnan(price) ? QString() : QString::number(price, 'f', 6));
    text += "," + (std::isnan(row.volume) ? QString() : QString::number(row.volume, 'f', 0)) + "," + QString::number(row.dividend, 'g', 10) + "," + QString::number(row.split, 'g', 10) + "\n";
    return text.toStdString();
}

inline std::string feedText(const Feed& feed)
{
    std::string text = "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n";
    for (const auto& row : feed)
        text += rowText(row);
    return text;
}

/// Rows with dividends each quarter and adjusted closes that follow them.
inline Feed finished(Feed feed)
{
    double factor = 1;
    for (std::size_t i = feed.size(); i-- > 0;) {
        feed[i].adjusted = feed[i].close * factor;
        if (feed[i].dividend > 0 && i > 0)
            factor *= 1 - feed[i].dividend / feed[i - 1].close;
    }
    return feed;
}

inline Feed seededFeed(std::uint64_t seed, int rows)
{
    Rng rng(seed);
    Feed feed;
    double price = 40 + static_cast<double>(rng.below(100));
    const auto move = [&] { // a sum of twelve uniform draws is near enough to normal
        double sum = -6;
        for (int k = 0; k < 12; ++k)
            sum += static_cast<double>(rng.below(1'000'000)) / 1e6;
        return sum;
    };
    QDate day(2015, 1, 5);
    for (int i = 0; i < rows; ++i, day = day.addDays(1)) {
        while (day.dayOfWeek() > 5)
            day = day.addDays(1);
        FeedRow row;
        row.day = day;
        row.open = price * std::exp(0.005 * move());
        if (i % 63 == 40) {
            row.dividend = std::round(price * 0.8) / 100;
            row.open -= row.dividend;
        }
        price = row.open * std::exp(0.011 * move());
        row.close = price;
        row.high = std::max(row.open, row.close) * (1 + 0.004 * std::abs(move()) + 1e-5);
        row.low = std::min(row.open, row.close) * (1 - 0.004 * std::abs(move()) - 1e-5);
        row.volume = std::round(1e6 * std::exp(0.4 * move()));
        feed.push_back(row);
    }
    return finished(std::move(feed));
}

/// Raw rows of a US file, from a year without splits on.
inline Feed realFeed(const QString& symbol, const QDate& from, const QDate& to)
{
    QFile file(QStringLiteral(RIALTO_SHARED_DATA "/market/us_daily_raw/") + symbol + ".csv");
    Feed feed;
    if (!file.open(QIODevice::ReadOnly))
        return feed;
    for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
        const auto cells = line.trimmed().split(',');
        if (cells.size() < 6)
            continue;
        FeedRow row;
        row.day = QDate::fromString(cells[0], Qt::ISODate);
        if (row.day < from || row.day > to)
            continue;
        row.open = cells[1].toDouble();
        row.high = cells[2].toDouble();
        row.low = cells[3].toDouble();
        row.close = cells[4].toDouble();
        row.volume = cells[5].toDouble();
        if (feed.size() % 63 == 40) // a distribution of the usual size; the real ones are not in this file
            row.dividend = std::round(row.close * 0.8) / 100;
        feed.push_back(row);
    }
    // The made-up distributions must be felt: everything before one is lifted by it.
    double lift = 0;
    for (std::size_t i = feed.size(); i-- > 0;) {
        for (double* price : {&feed[i].open, &feed[i].high, &feed[i].low, &feed[i].close})
            *price += lift;
        lift += feed[i].dividend;
    }
    return finished(std::move(feed));
}

/// Damages the feed at `at` and answers the rows (by day) where a judge must find something.
using Poison = std::function<std::vector<QDate>(Feed&, std::size_t at, Rng&)>;
struct PoisonKind {
    const char* name;
    Poison poison;
};
std::vector<PoisonKind> poisonKinds();

} // namespace rialto::testing
