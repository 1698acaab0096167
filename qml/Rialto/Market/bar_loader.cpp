// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_loader.h"

#include <QMetaObject>

namespace rialto {

class BarLoader::Reader : public QObject {
public:
    explicit Reader(BarStoreOpener opener) : m_opener(std::move(opener)) {}

    std::vector<Bar> read(const std::string& symbol, BarInterval interval, std::size_t limit)
    {
        if (!m_opened) {
            m_opened = true;
            m_store = m_opener();
        }
        if (!m_store)
            return {};
        const auto stored = m_store->series();
        if (!stored)
            return {};
        const market::SeriesInfo* best = nullptr;
        for (const auto& info : *stored)
            if (info.key.symbol == symbol && info.key.interval == interval && info.count > 0 && (best == nullptr || info.last > best->last))
                best = &info;
        if (best == nullptr)
            return {};
        // Long series are read from their end, further back until there is enough: nights and weekends hold no bars.
        std::vector<Bar> newest;
        for (std::int64_t span = std::int64_t(interval) * kNanosPerSecond * std::int64_t(limit) * 4;; span *= 8) {
            const bool all = span <= 0 || best->last.nanos - span <= best->first.nanos;
            auto bars = m_store->read(best->key, all ? market::kBeginningOfTime : best->last + -span);
            if (!bars)
                return {};
            newest = std::move(*bars);
            if (all || newest.size() >= limit)
                break;
        }
        if (newest.size() > limit)
            newest.erase(newest.begin(), newest.end() - std::ptrdiff_t(limit));
        return newest;
    }

private:
    BarStoreOpener m_opener;
    std::unique_ptr<market::BarStore> m_store;
    bool m_opened = false;
};

BarLoader::BarLoader(BarStoreOpener opener, QObject* parent) : QObject(parent)
{
    if (!opener)
        return;
    m_reader = new Reader(std::move(opener));
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.start();
}

BarLoader::~BarLoader()
{
    m_thread.quit();
    m_thread.wait();
}

void BarLoader::load(const std::string& symbol, BarInterval interval, std::size_t limit, Handler handler)
{
    if (m_reader == nullptr) {
        QMetaObject::invokeMethod(this, [handler = std::move(handler)] { handler({}); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        m_reader,
        [this, reader = m_reader, symbol, interval, limit, handler = std::move(handler)]() mutable {
            auto bars = reader->read(symbol, interval, limit);
            QMetaObject::invokeMethod(
                this, [handler = std::move(handler), bars = std::move(bars)]() mutable { handler(std::move(bars)); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace rialto
