// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/integer_math.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

// g(-d) = phi(d) - d x Phi(-d) in units of 1e-9, for d = 0, 1/16, 2/16, ..., 5; beyond 5 it is nothing.
constexpr std::int64_t kStepsPerUnit = 16;
constexpr std::int64_t kBachelier[] = {
    398942280, 368471211, 339554965, 312184465, 286344698, 262014893, 239168756, 217774772, 197796557, 179193262, 161920013,
    145928388, 131166918, 117581598, 105116415, 93713865,  83315471,  73862274,  65295314,  57556068,  50586868,  44331272,
    38734397,  33743215,  29306794,  25376507,  21906189,  18852259,  16173794,  13832577,  11793098,  10022535,  8490703,
    7169979,   6035209,   5063598,   4234588,   3529725,   2932522,   2428319,   2004137,   1648542,   1351505,   1104266,
    899214,    729759,    590225,    475743,    382154,    305923,    244054,    194025,    153717,    121359,    95479,
    74855,     58481,     45528,     35319,     27302,     21031,     16142,     12346,     9409,      7145,      5407,
    4076,      3062,      2292,      1710,      1271,      941,       694,       510,       374,       273,       198,
    144,       104,       75,        53};
constexpr std::int64_t kLastStep = static_cast<std::int64_t>(std::size(kBachelier)) - 1;

// What an option is worth beyond its intrinsic value.
std::int64_t timeValue(std::int64_t distance, std::int64_t deviation)
{
    if (deviation <= 0 || distance / deviation >= kLastStep / kStepsPerUnit)
        return 0;
    constexpr std::int64_t kPart = 1024;
    const std::int64_t position = product(distance, kStepsPerUnit * kPart, deviation);
    const auto step = static_cast<std::size_t>(std::min(position / kPart, kLastStep - 1));
    const std::int64_t part = position - static_cast<std::int64_t>(step) * kPart;
    const std::int64_t g = kBachelier[step] - (kBachelier[step] - kBachelier[step + 1]) * part / kPart;
    return product(deviation, g, 1'000'000'000);
}

} // namespace

std::int64_t bachelierCall(std::int64_t forward, std::int64_t strike, std::int64_t deviation)
{
    const std::int64_t moneyness = forward - strike;
    return std::max<std::int64_t>(moneyness, 0) + timeValue(moneyness < 0 ? -moneyness : moneyness, deviation);
}

std::int64_t bachelierPut(std::int64_t forward, std::int64_t strike, std::int64_t deviation)
{
    return bachelierCall(forward, strike, deviation) - (forward - strike);
}

} // namespace rialto::simulator
