// SPDX-License-Identifier: GPL-3.0-or-later
// ChartSeries: the bars behind a price chart. A view model owns one, fills it and hands it to CandleChart. GUI thread. Values
// are doubles because only pixels are made of them; labels that must be exact come from `setPriceText`. Bars are in time order:
// an append that is not later than the last bar replaces it.
#pragma once

#include "bar_pyramid.h"
#include "time_marks.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace rialto::charts {

/// How prices are written: decimals, or the fractions of a whole that bonds and some futures are quoted in ("110'16").
enum class PriceFormat { Decimal, Eighths, ThirtySeconds, SixtyFourths };

class ChartSeries : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int priceDigits READ priceDigits WRITE setPriceDigits NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)

public:
    enum class Field { Open, High, Low, Close };

    explicit ChartSeries(QObject* parent = nullptr);

    void setBars(std::vector<ChartBar> bars);
    void appendBar(const ChartBar& bar);
    void updateLast(const ChartBar& bar);
    Q_INVOKABLE void clear();

    int count() const { return int(m_pyramid.size()); }
    const BarPyramid& pyramid() const { return m_pyramid; }
    const TimeMarks& marks() const { return m_marks; }
    int priceDigits() const { return m_priceDigits; }
    void setPriceDigits(int digits);
    QString title() const { return m_title; }
    void setTitle(const QString& title);
    /// An IANA name such as "America/New_York"; unknown names mean UTC.
    QString zone() const { return QString::fromLatin1(m_clock.id()); }
    void setZone(const QString& zone);
    std::int64_t localMs(std::size_t index) const { return m_clock.toLocalMs(m_pyramid.at(index).timeMs); }
    /// True when bars are shorter than a day.
    bool intraday() const;

    using PriceText = std::function<QString(std::size_t index, Field field)>;
    /// Exact texts for the legend; without it the double is written with priceDigits.
    void setPriceText(PriceText text) { m_priceText = std::move(text); }
    QString priceText(std::size_t index, Field field) const;
    QString priceText(double price) const;
    PriceFormat priceFormat() const { return m_format; }
    void setPriceFormat(PriceFormat format);
    static QString volumeText(double volume, bool chinese);

signals:
    /// Everything may be different.
    void changed();
    /// One bar came at the end.
    void appended();
    /// The last bar's values are different.
    void lastChanged();

private:
    BarPyramid m_pyramid;
    TimeMarks m_marks;
    ZoneClock m_clock;
    PriceText m_priceText;
    QString m_title;
    int m_priceDigits = 2;
    PriceFormat m_format = PriceFormat::Decimal;
};

} // namespace rialto::charts
