// SPDX-License-Identifier: GPL-3.0-or-later
// ImportBed: texts into stores that forget, and short ways to look at what came of it.
#pragma once

#include "integration/connectors/bars_csv.h"
#include "storage/memory_bar_store.h"
#include "storage/memory_tick_store.h"

#include <QString>

namespace rialto::testing {

class ImportBed {
protected:
    std::unique_ptr<storage::MemoryBarStore> m_bars;
    std::unique_ptr<storage::MemoryTickStore> m_ticks;

    void reset()
    {
        m_bars = std::make_unique<storage::MemoryBarStore>();
        m_ticks = std::make_unique<storage::MemoryTickStore>();
    }
    Result<integration::ImportReport> import(std::string_view text, integration::ImportOptions options = {})
    {
        integration::MemorySource source(text);
        if (options.fileName.empty())
            options.fileName = "abc.csv";
        return integration::importBytes(source, options, {*m_bars, m_ticks.get()});
    }
    /// The code of the refusal, after looking that it says where and what, and that nothing was stored.
    QString codeOf(std::string_view text, integration::ImportOptions options = {})
    {
        const auto report = import(text, std::move(options));
        if (report)
            return "ok";
        const auto& detail = report.error().detail;
        if ((detail.find(".csv") == std::string::npos && detail.find("line ") == std::string::npos && detail.find("column ") == std::string::npos) || detail.size() < 30)
            return "no sentence: " + QString::fromStdString(report.error().text());
        if (!m_bars->series()->empty() || !m_ticks->series()->empty())
            return "half imported";
        return QString::fromStdString(report.error().code);
    }
    std::vector<Bar> bars(const std::string& symbol = "ABC", BarInterval interval = BarInterval::Day, const std::string& source = "csv")
    {
        return *m_bars->read({symbol, interval, source});
    }
    static QString show(const Bar& bar)
    {
        return QString::fromStdString(isoUtc(bar.start) + " " + bar.open.text() + " " + bar.high.text() + " " + bar.low.text() + " " + bar.close.text() + " "
            + bar.volume.text());
    }
};

} // namespace rialto::testing
