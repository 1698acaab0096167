// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectorBed: bytes through the door for files of any kind, and short ways to look at what came of them.
#pragma once

#include "integration/connectors/any_file.h"
#include "storage/memory_bar_store.h"
#include "storage/memory_research_store.h"
#include "storage/memory_tick_store.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

namespace rialto::testing {

inline Result<integration::AnyReport> readText(std::string_view text, const std::string& name, const std::string& symbol = {}, const std::string& folder = {})
{
    integration::ImportOptions options;
    options.fileName = name;
    options.symbol = symbol;
    return integration::importAnyBytes(text, options, folder, {});
}

/// "format rows accepted rejected", or the code of the refusal.
inline QString summary(const Result<integration::AnyReport>& report)
{
    if (!report)
        return QString::fromStdString(report.error().code);
    const auto& harvest = report->harvest;
    return QString("%1 %2 %3 %4").arg(QString::fromStdString(harvest.format)).arg(harvest.rowsRead).arg(harvest.accepted).arg(harvest.rejected);
}

inline QString shared(const QString& path) { return QDir(RIALTO_SHARED_DATA).filePath(path); }
inline bool haveShared() { return QFile::exists(shared("MANIFEST.md")); }

inline Result<integration::AnyReport> readShared(const QString& path)
{
    integration::ImportOptions options;
    return integration::importAnyFile(shared(path).toStdString(), options, {});
}

} // namespace rialto::testing
