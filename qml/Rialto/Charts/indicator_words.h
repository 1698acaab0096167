// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue's titles, parameters and groups in the languages of the screens. The catalogue itself is English; what it has and
// this has not is shown in English (tests/unit/charts finds such gaps). Pure; any thread.
#pragma once

#include "analytics/indicator_core/indicator.h"

#include <QString>

namespace rialto::charts {

QString indicatorTitle(const analytics::Indicator& indicator, bool chinese);
QString parameterTitle(const std::string& name, bool chinese);
QString groupTitle(const std::string& group, bool chinese);

} // namespace rialto::charts
