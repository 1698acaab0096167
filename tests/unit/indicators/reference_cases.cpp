// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_cases.h"

namespace rialto::testing {

const std::vector<ReferenceCase>& referenceCases()
{
    static const std::vector<ReferenceCase> all{
        {"spy_with_indicators.txt", "SMA14", "sma", {"period=14"}, "", 6e-3},
        {"spy_with_indicators.txt", "EMA14", "ema", {"period=14"}, "", 6e-3},
        {"spy_with_indicators.txt", "MACD 12 26", "macd", {}, "macd", 6e-3},
        {"spy_with_indicators.txt", "RSI 14", "rsi", {"period=14", "smoothing=sma"}, "", 5e-4},
        {"spy_with_indicators.txt", "RSI 14 Wilder", "rsi", {"period=14"}, "", 6e-6},
        {"spy_with_macd.txt", "MACD", "macd", {}, "macd", 6e-6},
        {"spy_with_macd.txt", "Signal", "macd", {}, "signal", 6e-6},
        {"spy_with_macd.txt", "Histogram", "macd", {}, "histogram", 6e-6},
        {"spy_bollinger_bands.txt", "Moving Average 20", "bbands", {}, "middle", 1e-4},
        {"spy_bollinger_bands.txt", "Bollinger Bands\xC2\xAE 20 2 Top", "bbands", {}, "upper", 1e-4},
        {"spy_bollinger_bands.txt", "Bollinger Bands\xC2\xAE 20 2 Bottom", "bbands", {}, "lower", 1e-4},
        {"spy_bollinger_bands.txt", "BandWidth", "bbands", {}, "bandwidth", 2e-4},
        {"spy_bollinger_bands.txt", "%B", "bbands", {}, "percent_b", 1e-4},
        {"spy_atr_wilder.txt", "Average True Range 14", "atr", {}, "", 6e-6},
        {"spy_with_stoch12k3.txt", "Stochastics 12 %K 3", "stoch", {"fast_k=12", "slow_k=3", "slow_d=5"}, "slow_k", 6e-4},
        {"spy_with_stoch12k3.txt", "%D 5", "stoch", {"fast_k=12", "slow_k=3", "slow_d=5"}, "slow_d", 6e-4},
        {"spy_ema.csv", "EMA14", "ema", {"period=14"}, "", 1e-5},
    };
    return all;
}

} // namespace rialto::testing
