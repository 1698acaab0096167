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
        {"spy_ad.txt", "AD", "ad", {}, "", 1e-5},
        {"spy_aroon_oscillator.txt", "Aroon Oscillator 14", "aroonosc", {}, "", 1e-5},
        {"spy_bop.txt", "BOP", "bop", {}, "", 1e-12},
        {"spy_dema.txt", "DEMA_5", "dema", {"period=5"}, "", 1e-9},
        {"spy_heikin_ashi.txt", "HA_Open", "heikin_ashi", {}, "ha_open", 1e-7},
        {"spy_heikin_ashi.txt", "HA_High", "heikin_ashi", {}, "ha_high", 1e-7},
        {"spy_heikin_ashi.txt", "HA_Low", "heikin_ashi", {}, "ha_low", 1e-7},
        {"spy_heikin_ashi.txt", "HA_Close", "heikin_ashi", {}, "ha_close", 1e-7},
        {"spy_hma.txt", "HMA_16", "hma", {"period=16"}, "", 1e-7},
        {"spy_logr14.txt", "LOGR14", "logr", {"period=14"}, "", 1e-7},
        {"spy_mass_index_25.txt", "MassIndex", "mass", {}, "", 1e-4},
        {"spy_max.txt", "MAX_5", "max", {"period=5"}, "", 1e-12},
        {"spy_min.txt", "MIN_5", "min", {"period=5"}, "", 1e-12},
        {"spy_rocr.txt", "ROCR_5", "rocr", {"period=5"}, "", 1e-12},
        {"spy_sr.txt", "SR_10", "sharpe", {"period=10"}, "", 1e-4, 10},
        {"spy_tr.txt", "TR", "trange", {}, "", 1e-12},
        {"spy_trima.txt", "TRIMA_5", "trima", {"period=5"}, "", 1e-9},
        {"spy_trima.txt", "TRIMA_6", "trima", {"period=6"}, "", 1e-9},
        {"spy_var.txt", "Var", "var", {"period=10"}, "", 1e-9},
        {"spy_with_don50.txt", "Donchian Channels 50 Top", "donchian", {"period=50"}, "upper", 1e-9, 49},
        {"spy_with_don50.txt", "Donchian Channels 50 Bottom", "donchian", {"period=50"}, "lower", 1e-9, 49},
        {"spy_with_don50.txt", "Donchian Channels 50 Mean", "donchian", {"period=50"}, "middle", 1e-9, 49},
        {"spy_with_ForceIndex.csv", "ForceIndex20", "force_index", {"period=20"}, "", 1e-6},
        {"spy_with_obv.txt", "OBV", "obv", {}, "", 2e3},
        {"spy_with_rocp50.txt", "Rate of Change % 50", "roc", {"period=50"}, "", 2e-5},
        {"spy_with_vwma.csv", "VWMA20", "vwma", {"period=20"}, "", 1e-9},
        {"spy_with_williamsR14.txt", "Williams %R 14", "willr", {}, "", 5e-4},
        {"spy_with_zlema.csv", "ZLEMA5", "zlema", {"period=5"}, "", 1e-9},
    };
    return all;
}

} // namespace rialto::testing
