// SPDX-License-Identifier: GPL-3.0-or-later
#include "depth_model.h"

#include <algorithm>

namespace rialto {

DepthModel::DepthModel(Feed& feed, QObject* parent) : QAbstractListModel(parent), m_feed(feed)
{
    connect(&feed, &Feed::marketChanged, this, &DepthModel::onMarket);
    connect(&feed, &Feed::frameEnded, this, &DepthModel::showGathered);
    connect(&feed, &Feed::languageChanged, this, &DepthModel::rebuild);
    connect(&feed.selection(), &Selection::instrumentChanged, this, &DepthModel::onInstrument);
    onInstrument();
}

DepthModel::~DepthModel()
{
    if (m_watched.valid())
        m_feed.services().unwatchDepth(m_watched);
}

void DepthModel::onInstrument()
{
    const InstrumentId wanted = m_feed.selection().instrument();
    if (wanted == m_watched)
        return;
    if (m_watched.valid())
        m_feed.services().unwatchDepth(m_watched);
    m_watched = wanted;
    m_depth = {};
    m_queue.reset();
    if (wanted.valid())
        m_feed.services().watchDepth(wanted);
    rebuild();
}

void DepthModel::onMarket(const MarketBoard::Changes& changes)
{
    for (const TradePrint& print : changes.prints)
        if (print.instrument == m_watched)
            m_queue.onTrade(print);
    for (const DepthUpdate& depth : changes.depths)
        if (depth.instrument == m_watched) {
            m_depth = depth;
            m_queue.onDepth(depth);
            m_touched = true;
        }
}

void DepthModel::showGathered()
{
    if (m_touched && m_feed.turnOf(1))
        rebuild();
}

void DepthModel::rebuild()
{
    const Instrument* instrument = m_feed.book() ? m_feed.book()->instrument(m_watched) : nullptr;
    const Format& format = m_feed.format();
    m_touched = false;
    m_bids.fill({});
    m_asks.fill({});
    Quantity largest, bidSum, askSum;
    const auto measure = [&](const std::vector<DepthLevel>& levels, Quantity& sum) {
        for (std::size_t i = 0; i < std::min<std::size_t>(levels.size(), kLevels); ++i) {
            largest = std::max(largest, levels[i].quantity);
            sum += levels[i].quantity;
        }
    };
    measure(m_depth.bids, bidSum);
    measure(m_depth.asks, askSum);
    const auto fill = [&](const std::vector<DepthLevel>& levels, std::array<Cell, kLevels>& cells) {
        for (std::size_t i = 0; instrument != nullptr && i < std::min<std::size_t>(levels.size(), kLevels); ++i) {
            Cell& cell = cells[i];
            cell.price = format.price(levels[i].price, *instrument);
            cell.size = format.compact(levels[i].quantity);
            cell.orders = format.count(levels[i].orders);
            cell.own = levels[i].own.isPositive();
            cell.fraction = largest.isPositive() ? double(levels[i].quantity.raw()) / double(largest.raw()) : 0.0;
        }
    };
    fill(m_depth.bids, m_bids);
    fill(m_depth.asks, m_asks);
    m_known = !m_depth.bids.empty() || !m_depth.asks.empty();
    m_bidTotal = m_known ? format.compact(bidSum) : Format::none();
    m_askTotal = m_known ? format.compact(askSum) : Format::none();
    const double all = double(bidSum.raw()) + double(askSum.raw());
    m_bidShare = all > 0 ? double(bidSum.raw()) / all : 0.5;
    const bool both = instrument != nullptr && !m_depth.bids.empty() && !m_depth.asks.empty();
    m_spread = both ? format.price(m_depth.asks[0].price - m_depth.bids[0].price, *instrument) : Format::none();
    m_ownBid = instrument != nullptr ? placeText(Side::Buy, *instrument) : QString();
    m_ownAsk = instrument != nullptr ? placeText(Side::Sell, *instrument) : QString();
    emit dataChanged(index(0), index(kLevels - 1));
    emit summaryChanged();
}

QString DepthModel::placeText(Side side, const Instrument& instrument) const
{
    const auto place = m_queue.place(side);
    if (!place)
        return {};
    const Format& format = m_feed.format();
    return tr("%1: about %2 of %3 before it").arg(format.price(place->price, instrument), format.compact(place->ahead), format.compact(place->others));
}

int DepthModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kLevels; }

QVariant DepthModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= kLevels)
        return {};
    const Cell& bid = m_bids[std::size_t(index.row())];
    const Cell& ask = m_asks[std::size_t(index.row())];
    switch (role) {
    case BidPrice: return bid.price;
    case BidSize: return bid.size;
    case BidFraction: return bid.fraction;
    case BidOwn: return bid.own;
    case BidOrders: return bid.orders;
    case AskPrice: return ask.price;
    case AskSize: return ask.size;
    case AskFraction: return ask.fraction;
    case AskOwn: return ask.own;
    case AskOrders: return ask.orders;
    default: return {};
    }
}

QHash<int, QByteArray> DepthModel::roleNames() const
{
    return {{BidPrice, "bidPrice"}, {BidSize, "bidSize"}, {BidFraction, "bidFraction"}, {BidOwn, "bidOwn"}, {BidOrders, "bidOrders"},
            {AskPrice, "askPrice"}, {AskSize, "askSize"}, {AskFraction, "askFraction"}, {AskOwn, "askOwn"}, {AskOrders, "askOrders"}};
}

} // namespace rialto
