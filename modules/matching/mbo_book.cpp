// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/mbo_book.h"

namespace rialto::matching {

bool MboBook::add(OrderId id, Side side, std::int64_t price, std::uint64_t size)
{
    if (size == 0 || m_places.count(id) != 0)
        return false;
    const auto s = static_cast<std::size_t>(side);
    Queue& queue = m_levels[s][price];
    queue.push_back({id, size});
    m_places.emplace(id, Place{side, price, std::prev(queue.end())});
    ++m_orders[s];
    return true;
}

bool MboBook::cancel(OrderId id, std::uint64_t size)
{
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return false;
    Order& order = *place->second.order;
    if (size < order.size)
        order.size -= size;
    else
        remove(place);
    return true;
}

bool MboBook::modify(OrderId id, Side side, std::int64_t price, std::uint64_t size)
{
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return false;
    if (price == place->second.price && side == place->second.side && size != 0 && size <= place->second.order->size) {
        place->second.order->size = size;
        return true;
    }
    remove(place);
    return size == 0 || add(id, side, price, size);
}

void MboBook::clear()
{
    *this = MboBook();
}

void MboBook::remove(std::unordered_map<OrderId, Place>::iterator place)
{
    const auto s = static_cast<std::size_t>(place->second.side);
    const auto level = m_levels[s].find(place->second.price);
    level->second.erase(place->second.order);
    if (level->second.empty())
        m_levels[s].erase(level);
    --m_orders[s];
    m_places.erase(place);
}

std::vector<MboBook::LevelView> MboBook::top(Side side, std::size_t count) const
{
    std::vector<LevelView> views;
    const auto& levels = m_levels[static_cast<std::size_t>(side)];
    const auto view = [&](const auto& level) {
        LevelView v{level.first, 0, level.second.size()};
        for (const Order& order : level.second)
            v.size += order.size;
        views.push_back(v);
    };
    if (side == Side::Buy)
        for (auto level = levels.rbegin(); level != levels.rend() && views.size() < count; ++level)
            view(*level);
    else
        for (auto level = levels.begin(); level != levels.end() && views.size() < count; ++level)
            view(*level);
    return views;
}

} // namespace rialto::matching
