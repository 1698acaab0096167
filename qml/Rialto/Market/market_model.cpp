// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_model.h"

#include <QTimer>

namespace rialto {
namespace {

constexpr std::size_t kTrendsSeeded = 200; // a longer list fills its lines from live trades
constexpr std::size_t kTrendMinutes = 60;
constexpr int kAfterFirstFrame = 600;      // milliseconds

} // namespace

MarketModel::MarketModel(Feed& feed, BarStoreOpener openBars, QObject* parent)
    : QObject(parent), m_feed(feed), m_loader(std::move(openBars)), m_watchlist(feed), m_quote(feed), m_depth(feed), m_tape(feed),
      m_chart(feed, m_loader)
{
    QTimer::singleShot(kAfterFirstFrame, this, &MarketModel::seedTrends);
}

void MarketModel::setTableLayout(const QVariantMap& layout)
{
    if (layout == m_tableLayout)
        return;
    m_tableLayout = layout;
    emit tableLayoutChanged();
}

void MarketModel::seedTrends()
{
    const auto& book = m_feed.book();
    if (!book || !book->instruments || book->instruments->size() > kTrendsSeeded)
        return;
    for (const Instrument& instrument : *book->instruments)
        m_loader.load(instrument.symbol, BarInterval::Minute, kTrendMinutes, [this, id = instrument.id](const std::vector<Bar>& bars) {
            std::vector<Price> closes;
            for (const Bar& bar : bars)
                closes.push_back(bar.close);
            m_watchlist.seedTrend(id, closes);
        });
}

} // namespace rialto
