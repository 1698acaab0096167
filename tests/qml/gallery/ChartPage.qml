// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Kit

EmptyState {
    text: "-"
}
