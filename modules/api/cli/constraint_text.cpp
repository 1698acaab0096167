// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/constraint_text.h"

#include "analytics/input/text_table.h"

#include <algorithm>
#include <cmath>

namespace rialto::cli {
namespace {

Error constraintWrong(const std::string& text, const std::string& what) { return invalid("optimize.constraint", "'" + text.substr(0, 80) + "': " + what); }

Result<std::size_t> assetOf(const std::string& name, const std::vector<std::string>& assets)
{
    const auto found = std::find(assets.begin(), assets.end(), name);
    if (found == assets.end())
        return notFound("optimize.asset-unknown", "'" + name.substr(0, 60) + "' is no column of the prices");
    return static_cast<std::size_t>(found - assets.begin());
}

std::vector<std::string> partsOf(const std::string& text, char by)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(by, at), text.size());
        std::string part = text.substr(at, end - at);
        while (!part.empty() && part.front() == ' ')
            part.erase(0, 1);
        while (!part.empty() && part.back() == ' ')
            part.pop_back();
        if (!part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

struct OpenRange {
    double low = -1e300;
    double high = 1e300;
};

Result<OpenRange> rangeOf(const std::string& whole, const std::string& text)
{
    const auto dots = text.find("..");
    OpenRange range;
    if (dots == std::string::npos) {
        const auto exact = analytics::readNumber(text);
        if (!exact)
            return constraintWrong(whole, "write LOW..HIGH");
        return OpenRange{*exact, *exact};
    }
    const std::string low = text.substr(0, dots);
    const std::string high = text.substr(dots + 2);
    const auto lowNumber = analytics::readNumber(low);
    const auto highNumber = analytics::readNumber(high);
    if ((!low.empty() && !lowNumber) || (!high.empty() && !highNumber))
        return constraintWrong(whole, "write LOW..HIGH");
    range.low = lowNumber.value_or(range.low);
    range.high = highNumber.value_or(range.high);
    if (range.low > range.high)
        return constraintWrong(whole, "the lower limit is above the upper");
    return range;
}

} // namespace

Result<advice::Constraints> readConstraints(const std::vector<std::string>& texts, const std::vector<std::string>& assets)
{
    advice::Constraints constraints;
    constraints.low.assign(assets.size(), 0.0);
    constraints.high.assign(assets.size(), 1.0);
    // Rules for all first, so that those of one asset stand whatever the order.
    std::vector<std::string> single;
    for (const auto& text : texts)
        for (const auto& part : partsOf(text, ';')) {
            const auto equals = part.rfind('=');
            const std::string key = part.substr(0, equals);
            const auto given = equals == std::string::npos ? std::nullopt : analytics::readNumber(part.substr(equals + 1));
            const bool number = given.has_value();
            const double value = given.value_or(0);
            if (part == "long-only") {
                std::fill(constraints.low.begin(), constraints.low.end(), 0.0);
            } else if (part == "short") {
                std::fill(constraints.low.begin(), constraints.low.end(), -1.0);
            } else if (key == "min" && number) {
                std::fill(constraints.low.begin(), constraints.low.end(), value);
            } else if (key == "max" && number) {
                std::fill(constraints.high.begin(), constraints.high.end(), value);
            } else if (key == "turnover" && number) {
                if (!(value >= 0))
                    return constraintWrong(part, "a turnover is zero or more");
                constraints.turnover = value;
            } else if (key == "cardinality" && number) {
                if (!(value >= 1) || value != std::floor(value) || value > 1e6)
                    return constraintWrong(part, "a number of holdings is 1 or more");
                constraints.cardinality = static_cast<std::size_t>(value);
            } else if (part.rfind("asset:", 0) == 0 && equals != std::string::npos) {
                single.push_back(part);
            } else if (part.rfind("group:", 0) == 0 && equals != std::string::npos) {
                const auto open = part.find('(');
                const auto close = part.rfind(')', equals);
                if (open == std::string::npos || close == std::string::npos || close < open)
                    return constraintWrong(part, "write group:NAME(A+B+C)=LOW..HIGH");
                advice::GroupLimit group;
                group.name = part.substr(6, open - 6);
                for (const auto& name : partsOf(part.substr(open + 1, close - open - 1), '+')) {
                    const auto asset = assetOf(name, assets);
                    if (!asset)
                        return asset.error();
                    group.assets.push_back(*asset);
                }
                const auto range = rangeOf(part, part.substr(equals + 1));
                if (!range)
                    return range.error();
                group.low = range->low;
                group.high = range->high;
                constraints.groups.push_back(std::move(group));
            } else {
                return constraintWrong(part, "known are long-only, short, min=, max=, asset:NAME=L..H, group:NAME(A+B)=L..H, turnover=, cardinality=");
            }
        }
    for (const auto& part : single) {
        const auto equals = part.rfind('=');
        const auto asset = assetOf(part.substr(6, equals - 6), assets);
        if (!asset)
            return asset.error();
        const auto range = rangeOf(part, part.substr(equals + 1));
        if (!range)
            return range.error();
        if (range->low > -1e300)
            constraints.low[*asset] = range->low;
        if (range->high < 1e300)
            constraints.high[*asset] = range->high;
    }
    return constraints;
}

Result<advice::View> readView(const std::string& text, const std::vector<std::string>& assets)
{
    const auto equals = text.rfind('=');
    const auto number = equals == std::string::npos ? std::nullopt : analytics::readNumber(text.substr(equals + 1));
    if (!number)
        return constraintWrong(text, "write ASSET=0.2 or ASSET-OTHER=0.05");
    advice::View view;
    view.expected = *number;
    view.assets.assign(assets.size(), 0.0);
    const std::string names = text.substr(0, equals);
    if (const auto whole = assetOf(names, assets)) {
        view.assets[*whole] = 1;
        return view;
    }
    const auto minus = names.find('-');
    const auto first = assetOf(names.substr(0, minus), assets);
    if (!first || minus == std::string::npos)
        return first ? constraintWrong(text, "write ASSET=0.2 or ASSET-OTHER=0.05") : first.error();
    const auto second = assetOf(names.substr(minus + 1), assets);
    if (!second)
        return second.error();
    view.assets[*first] = 1;
    view.assets[*second] -= 1;
    return view;
}

Result<std::vector<double>> readAssetNumbers(const std::string& text, const std::vector<std::string>& assets)
{
    std::vector<double> values(assets.size(), 0.0);
    for (const auto& part : partsOf(text, ',')) {
        const auto equals = part.rfind('=');
        const auto number = equals == std::string::npos ? std::nullopt : analytics::readNumber(part.substr(equals + 1));
        if (!number)
            return constraintWrong(part, "write NAME=NUMBER");
        const auto asset = assetOf(part.substr(0, equals), assets);
        if (!asset)
            return asset.error();
        values[*asset] = *number;
    }
    return values;
}

} // namespace rialto::cli
