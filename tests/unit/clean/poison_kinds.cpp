// SPDX-License-Identifier: GPL-3.0-or-later
#include "poisoned_feed.h"

#include <limits>

namespace rialto::testing {

namespace {

const double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<QDate> one(const Feed& feed, std::size_t at) { return {feed[at].day}; }

Poison cell(double FeedRow::*field, std::function<double(double)> change)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        feed[at].*field = change(feed[at].*field);
        return one(feed, at);
    };
}

Poison times(double FeedRow::*field, double by)
{
    return cell(field, [by](double value) { return value * by; });
}

void scalePrices(FeedRow& row, double by)
{
    for (double* price : {&row.open, &row.high, &row.low, &row.close, &row.adjusted})
        *price *= by;
}

Poison stretch(std::size_t length, double by, double volumeBy = 1)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        std::vector<QDate> days;
        for (std::size_t i = at; i < at + length; ++i) {
            scalePrices(feed[i], by);
            feed[i].volume = std::round(feed[i].volume * volumeBy);
            days.push_back(feed[i].day);
        }
        return days;
    };
}

Poison sinceStart(double by)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        for (std::size_t i = 0; i <= at; ++i)
            scalePrices(feed[i], by);
        return one(feed, at);
    };
}

Poison split(double ratio, std::size_t distance, std::size_t length)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        feed[at + distance].split = ratio;
        std::vector<QDate> days;
        for (std::size_t i = at; i < at + length; ++i) {
            scalePrices(feed[i], ratio);
            feed[i].volume = std::round(feed[i].volume / ratio);
            days.push_back(feed[i].day);
        }
        return days;
    };
}

Poison rawRow(std::function<std::string(const FeedRow&)> text)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        feed[at].raw = text(feed[at]);
        return one(feed, at);
    };
}

std::string withCell(const FeedRow& row, int column, const QString& text)
{
    QStringList cells = QString::fromStdString(rowText(row)).trimmed().split(',');
    cells[column] = text;
    return cells.join(',').toStdString();
}

Poison textCell(int column, std::function<QString(QString)> change)
{
    return rawRow([=](const FeedRow& row) { return withCell(row, column, change(QString::fromStdString(rowText(row)).trimmed().split(',')[column])); });
}

/// Change the dividend nearest after `at`: amount times `amount`; the closes before adjusted as for the dividend times `adjust`.
Poison dividend(double amount, double adjust)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        while (at + 1 < feed.size() && !(feed[at].dividend > 0))
            ++at;
        const double paid = feed[at].dividend;
        const double last = feed[at - 1].close;
        for (std::size_t i = 0; i < at; ++i)
            feed[i].adjusted *= (1 - paid * adjust / last) / (1 - paid / last);
        feed[at].dividend = paid * amount;
        return one(feed, at);
    };
}

Poison phantom(int days)
{
    return [=](Feed& feed, std::size_t at, Rng&) {
        while (at + 1 < feed.size() && !(feed[at].dividend > 0))
            ++at;
        const std::size_t other = at + static_cast<std::size_t>(days);
        feed[other].dividend = feed[at].dividend;
        for (std::size_t i = 0; i < other; ++i)
            feed[i].adjusted *= 1 - feed[at].dividend / feed[other - 1].close;
        return std::vector<QDate>{feed[at].day, feed[other].day};
    };
}

} // namespace

std::vector<PoisonKind> poisonKinds()
{
    const auto negative = [](double value) { return -value; };
    const auto zero = [](double) { return 0.0; };
    const auto nothing = [](double) { return kNone; };
    std::vector<PoisonKind> kinds{
        {"row x100", stretch(1, 100)}, {"row /100", stretch(1, 0.01)}, {"row x1000", stretch(1, 1000)}, {"row x10", stretch(1, 10)}, {"row /10", stretch(1, 0.1)},
        {"ten rows x100", stretch(10, 100)}, {"ten rows /100", stretch(10, 0.01)}, {"all before x100", sinceStart(100)}, {"all before /100", sinceStart(0.01)},
        {"open x100", times(&FeedRow::open, 100)}, {"high x100", times(&FeedRow::high, 100)}, {"low x100", times(&FeedRow::low, 100)}, {"close x100", times(&FeedRow::close, 100)},
        {"open /100", times(&FeedRow::open, 0.01)}, {"high /100", times(&FeedRow::high, 0.01)}, {"low /100", times(&FeedRow::low, 0.01)}, {"close /100", times(&FeedRow::close, 0.01)},
        {"adjusted x100", times(&FeedRow::adjusted, 100)}, {"adjusted /100", times(&FeedRow::adjusted, 0.01)}, {"adjusted zero", cell(&FeedRow::adjusted, zero)},
        {"adjusted missing", cell(&FeedRow::adjusted, nothing)},
        {"high spike +50%", times(&FeedRow::high, 1.5)}, {"high spike +25%", times(&FeedRow::high, 1.25)}, {"low spike -50%", times(&FeedRow::low, 0.5)},
        {"low spike -25%", times(&FeedRow::low, 0.75)}, {"open spike +40%", times(&FeedRow::open, 1.4)}, {"close spike -40%", times(&FeedRow::close, 0.6)},
        {"row spike +30%", stretch(1, 1.3)}, {"row spike -30%", stretch(1, 0.7)},
        {"open zero", cell(&FeedRow::open, zero)}, {"high zero", cell(&FeedRow::high, zero)}, {"low zero", cell(&FeedRow::low, zero)}, {"close zero", cell(&FeedRow::close, zero)},
        {"open negative", cell(&FeedRow::open, negative)}, {"close negative", cell(&FeedRow::close, negative)}, {"low negative", cell(&FeedRow::low, negative)},
        {"open missing", cell(&FeedRow::open, nothing)}, {"close missing", cell(&FeedRow::close, nothing)}, {"volume missing", cell(&FeedRow::volume, nothing)},
        {"volume zero", cell(&FeedRow::volume, zero)}, {"volume negative", cell(&FeedRow::volume, negative)}, {"volume x1000", times(&FeedRow::volume, 1000)},
        {"volume /1000", times(&FeedRow::volume, 0.001)}, {"volume x100", times(&FeedRow::volume, 100)},
        {"split 2:1 forgotten, 8 rows", split(2, 14, 8)}, {"split 4:1 forgotten, 5 rows", split(4, 9, 5)}, {"split 10:1 forgotten, 1 row", split(10, 4, 1)},
        {"split 1:10 forgotten, 6 rows", split(0.1, 10, 6)}, {"split 3:1 forgotten to its day", split(3, 6, 6)},
        {"dividend x100", dividend(100, 1)}, {"dividend /100", dividend(0.01, 1)}, {"dividend not adjusted", dividend(1, 0)}, {"adjusted for 1% of it", dividend(1, 0.01)},
        {"dividend and adjustment x100", dividend(100, 100)}, {"dividend x100, not adjusted", dividend(100, 0)}, {"dividend twice in 5 days", phantom(5)}, {"dividend twice in 2 days", phantom(2)},
        {"thousands grouped", textCell(4, [](QString text) { return "\"1," + text + "\""; })}, {"decimal comma", textCell(4, [](QString text) { return "\"" + text.replace('.', ',') + "\""; })},
        {"letters in a number", textCell(1, [](QString text) { return text.replace('1', 'l') + "O"; })}, {"N/A for a price", textCell(2, [](QString) { return QString("N/A"); })},
        {"error word for a price", textCell(4, [](QString) { return QString("#REF!"); })}, {"damaged encoding in a price", textCell(3, [](QString text) { return text + QChar(0xFFFD); })},
        {"infinity", textCell(4, [](QString) { return QString("inf"); })}, {"decimal point lost", textCell(4, [](QString text) { return text.remove('.'); })},
        {"row cut short", rawRow([](const FeedRow& row) { return row.day.toString(Qt::ISODate).toStdString() + ",12.5"; })},
        {"HTML in the middle", rawRow([](const FeedRow&) { return std::string("<html><body>503 Service Unavailable</body></html>"); })},
        {"date malformed", rawRow([](const FeedRow& row) { return withCell(row, 0, "2O19-13-45"); })},
    };
    kinds.push_back({"high and low swapped", [](Feed& feed, std::size_t at, Rng&) { std::swap(feed[at].high, feed[at].low); return one(feed, at); }});
    kinds.push_back({"open and volume swapped", [](Feed& feed, std::size_t at, Rng&) { std::swap(feed[at].open, feed[at].volume); return one(feed, at); }});
    kinds.push_back({"close above high", [](Feed& feed, std::size_t at, Rng&) { feed[at].close = feed[at].high * 1.02; return one(feed, at); }});
    kinds.push_back({"open below low", [](Feed& feed, std::size_t at, Rng&) { feed[at].open = feed[at].low * 0.98; return one(feed, at); }});
    const auto stuck = [](std::size_t length, bool volume) {
        return [=](Feed& feed, std::size_t at, Rng&) {
            for (std::size_t i = at; i < at + length; ++i) {
                const FeedRow was = feed[i];
                feed[i] = feed[at - 1];
                feed[i].day = was.day;
                feed[i].dividend = was.dividend;
                feed[i].volume = volume ? feed[i].volume : was.volume;
            }
            return one(feed, at);
        };
    };
    kinds.push_back({"row repeated", stuck(1, true)});
    kinds.push_back({"five rows stuck", stuck(5, false)});
    kinds.push_back({"row twice", [](Feed& feed, std::size_t at, Rng&) { feed.insert(feed.begin() + static_cast<std::ptrdiff_t>(at), feed[at]); return one(feed, at); }});
    kinds.push_back({"row twice with other values", [](Feed& feed, std::size_t at, Rng&) {
        FeedRow twin = feed[at];
        scalePrices(twin, 1.01);
        feed.insert(feed.begin() + static_cast<std::ptrdiff_t>(at), twin);
        return one(feed, at);
    }});
    kinds.push_back({"rows out of order", [](Feed& feed, std::size_t at, Rng&) {
        std::swap(feed[at], feed[at + 3]);
        return std::vector<QDate>{feed[at].day, feed[at + 1].day, feed[at + 2].day, feed[at + 3].day};
    }});
    kinds.push_back({"ten rows missing", [](Feed& feed, std::size_t at, Rng&) {
        feed.erase(feed.begin() + static_cast<std::ptrdiff_t>(at), feed.begin() + static_cast<std::ptrdiff_t>(at) + 10);
        return one(feed, at);
    }});
    kinds.push_back({"four rows missing", [](Feed& feed, std::size_t at, Rng&) {
        feed.erase(feed.begin() + static_cast<std::ptrdiff_t>(at), feed.begin() + static_cast<std::ptrdiff_t>(at) + 4);
        return one(feed, at);
    }});
    kinds.push_back({"row on a Sunday", [](Feed& feed, std::size_t at, Rng&) {
        while (feed[at].day.dayOfWeek() != 1)
            ++at;
        FeedRow row = feed[at];
        row.day = row.day.addDays(-1);
        row.dividend = 0;
        feed.insert(feed.begin() + static_cast<std::ptrdiff_t>(at), row);
        return one(feed, at);
    }});
    kinds.push_back({"year wrong", [](Feed& feed, std::size_t at, Rng&) { feed[at].day = feed[at].day.addYears(11); return one(feed, at); }});
    kinds.push_back({"volumes in lots from here", [](Feed& feed, std::size_t at, Rng&) {
        for (std::size_t i = at; i < feed.size(); ++i)
            feed[i].volume = std::max(1.0, std::round(feed[i].volume / 100));
        return std::vector<QDate>{feed[at - 2].day, feed[at - 1].day, feed[at].day, feed[at + 1].day, feed[at + 2].day};
    }});
    return kinds;
}

} // namespace rialto::testing
