// SPDX-License-Identifier: GPL-3.0-or-later
// BoundedQueue: values cross threads here. Many producers, one consumer. `tryPush` refuses when full, so that a flood is
// seen by its source; nothing that was accepted is ever dropped.
#pragma once

#include <condition_variable>
#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace rialto {

template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

    bool tryPush(T value)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || m_items.size() >= m_capacity)
                return false;
            m_items.push_back(std::move(value));
        }
        m_ready.notify_one();
        return true;
    }

    /// All that is there, after waiting up to `timeout` for something to be there. Empty on timeout or close.
    std::vector<T> drain(std::chrono::nanoseconds timeout)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, timeout, [this] { return !m_items.empty() || m_closed; });
        std::vector<T> all(std::make_move_iterator(m_items.begin()), std::make_move_iterator(m_items.end()));
        m_items.clear();
        return all;
    }

    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_ready.notify_all();
    }

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<T> m_items;
    bool m_closed = false;
};

} // namespace rialto
