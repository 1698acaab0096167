// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/file_name_hints.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace rialto::integration {

namespace {

std::string changed(std::string_view text, int (*change)(int))
{
    std::string out;
    for (const char c : text)
        out.push_back(static_cast<char>(change(static_cast<unsigned char>(c))));
    return out;
}

std::string_view withoutEnding(std::string_view name)
{
    for (const std::string_view ending : {".csv", ".tsv", ".txt", ".CSV", ".TXT"})
        if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending)
            return name.substr(0, name.size() - ending.size());
    return name;
}

std::optional<BarInterval> intervalOf(const std::string& word)
{
    if (word == "1m" || word == "1min" || word == "minute" || word == "m1")
        return BarInterval::Minute;
    if (word == "1h" || word == "hour" || word == "hourly" || word == "h1")
        return BarInterval::Hour;
    if (word == "1d" || word == "d" || word == "day" || word == "daily")
        return BarInterval::Day;
    return std::nullopt;
}

/// Words of file names that are never symbols.
bool isFiller(const std::string& word)
{
    static constexpr std::string_view kFiller[] = {"trade", "trades", "quote", "quotes", "tick", "ticks", "data", "bars", "bar", "ohlc", "ohlcv", "kline", "klines",
        "candles", "index", "stock", "stocks", "equity", "fx", "forex", "crypto", "history", "historical", "prices", "price", "export", "sample", "raw", "adjusted"};
    return std::find(std::begin(kFiller), std::end(kFiller), word) != std::end(kFiller);
}

} // namespace

FileNameHints hintsFromFileName(std::string_view name)
{
    FileNameHints hints;
    const std::string_view stem = withoutEnding(name);
    std::vector<std::string> words;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= stem.size(); ++at)
        if (at == stem.size() || stem[at] == '_' || stem[at] == '-' || stem[at] == ' ') {
            if (at > start)
                words.emplace_back(stem.substr(start, at - start));
            start = at + 1;
        }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = changed(words[i], std::tolower);
        if (const auto interval = intervalOf(word)) {
            hints.interval = interval;
            continue;
        }
        std::string date = word;
        if (word.size() == 4 && i + 2 < words.size() && words[i + 1].size() == 2 && words[i + 2].size() == 2) {
            date = word + words[i + 1] + words[i + 2];
            if (Date::parse(date).ok())
                i += 2;
        }
        if (date.size() == 8 && date.find_first_not_of("0123456789") == std::string::npos)
            if (const auto parsed = Date::parse(date)) {
                hints.date = *parsed;
                continue;
            }
        if (hints.symbol.empty() && !isFiller(word))
            hints.symbol = changed(words[i], std::toupper);
    }
    return hints;
}

} // namespace rialto::integration
