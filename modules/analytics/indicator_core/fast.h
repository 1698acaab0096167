// SPDX-License-Identifier: GPL-3.0-or-later
// The eight indicators that screens, screeners and backtests compute most, as functions over columns: outputs are arrays of
// the length of the input, NaN before the first value; null outputs are skipped. Each gives the bits of its Stream in the
// catalogue with the default conventions; the recurrences are those of fast_states.h. Inputs must be finite. Pure; any thread.
#pragma once

#include <cstddef>

namespace rialto::analytics::fast {

void sma(const double* x, std::size_t size, int n, double* out);
void ema(const double* x, std::size_t size, int n, double* out);
void rsi(const double* x, std::size_t size, int n, double* out);
void macd(const double* x, std::size_t size, int fast, int slow, int signal, double* line, double* signalLine, double* histogram);
void bbands(const double* x, std::size_t size, int n, double up, double down, double* upper, double* middle, double* lower);
void atr(const double* high, const double* low, const double* close, std::size_t size, int n, double* out);
void stoch(const double* high, const double* low, const double* close, std::size_t size, int fastK, int slowK, int slowD, double* k, double* d);
void adx(const double* high, const double* low, const double* close, std::size_t size, int n, double* out);

} // namespace rialto::analytics::fast
