// SPDX-License-Identifier: GPL-3.0-or-later
// BarLoader: reads stored bars on a thread of its own, so that the GUI thread never waits for a disk. GUI thread; handlers are
// called there, in the order of the requests, and never after the loader is gone. A failed read gives no bars: a chart without
// history says so by itself.
#pragma once

#include "market/bar_store.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace rialto {

/// Opens the store; called once, in the loader's thread. Empty: there is no history.
using BarStoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

class BarLoader : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(std::vector<Bar>)>;

    explicit BarLoader(BarStoreOpener opener, QObject* parent = nullptr);
    ~BarLoader() override;

    /// The newest `limit` bars of the series of that symbol and interval; of several sources the one that reaches furthest.
    void load(const std::string& symbol, BarInterval interval, std::size_t limit, Handler handler);

private:
    class Reader;
    QThread m_thread;
    Reader* m_reader = nullptr; // lives in m_thread, deleted there
};

} // namespace rialto
