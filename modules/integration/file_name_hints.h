// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a file tells about its content: "aapl_20140605_trade.csv" is AAPL on 2014-06-05, "ADABTC-1m-2021-11-27.csv"
// is ADABTC by the minute, "600000.SH.csv" is 600000.SH. Only hints: options and columns of the file come first. Pure.
#pragma once

#include "domain/bar.h"
#include "domain/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace rialto::integration {

struct FileNameHints {
    std::string symbol;                 // upper case; empty when no part of the name looks like one
    std::optional<BarInterval> interval;
    std::optional<Date> date;
};

/// `name` without its folder.
FileNameHints hintsFromFileName(std::string_view name);

} // namespace rialto::integration
