// SPDX-License-Identifier: GPL-3.0-or-later
// VolumeIndex: moves with the value on the bars whose volume compares with that of the bar before as `Compare` says: less for the
// negative, greater for the positive volume index (Dysart, Fosback). A value of one thread.
#pragma once

#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

template <class Compare>
struct VolumeIndex {
    explicit VolumeIndex(const Values& v) : index(v.real("start")) {}
    void update(const Tick& t, double* out)
    {
        if (!first && Compare{}(t.volume, volumeBefore) && before != 0)
            index *= t.value / before;
        first = false;
        before = t.value, volumeBefore = t.volume;
        out[0] = index;
    }
    double index, before = 0, volumeBefore = 0;
    bool first = true;
};

} // namespace rialto::analytics
