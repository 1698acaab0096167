// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of series_quality, one function a group. They append findings; none changes anything. Pure; any thread.
#pragma once

#include "integration/quality/series_quality.h"

namespace rialto::integration::quality {

/// Numbers of the priced rows, gathered once.
struct Series {
    const clean::PriceTable& table;
    std::vector<double> open, high, low, close, volume; // NaN where there is none
    std::vector<double> usual;                          // usual log move of closes around each row
    double seconds = 0;                                 // between bars
    bool daily() const { return seconds >= 20 * 3600 && seconds < 4 * 86400; }
    std::size_t size() const { return close.size(); }
    void add(std::vector<QualityFinding>& to, const char* code, FindingSeverity severity, std::size_t row, clean::Field field, std::string detail) const;
};
Series seriesOf(const clean::PriceTable& table);

void checkCells(const Series& series, std::vector<QualityFinding>& findings);
void checkSpikes(const Series& series, std::vector<QualityFinding>& findings);
void checkLevels(const Series& series, std::vector<QualityFinding>& findings);
void checkVolumes(const Series& series, std::vector<QualityFinding>& findings);
void checkStuck(const Series& series, std::vector<QualityFinding>& findings);
void checkTimes(const Series& series, const QualityOptions& options, std::vector<QualityFinding>& findings);

} // namespace rialto::integration::quality
