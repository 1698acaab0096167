// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// A column of content that scrolls when it is taller than its room.
Flickable {
    id: area

    default property alias content: column.data
    property int padding: Theme.space3
    property alias spacing: column.spacing

    contentWidth: width
    contentHeight: column.implicitHeight + 2 * padding
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.vertical: ScrollBar {}

    Column {
        id: column

        x: area.padding
        y: area.padding
        width: area.width - 2 * area.padding
        spacing: Theme.space3
    }
}
