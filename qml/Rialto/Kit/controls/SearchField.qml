// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A field that filters as one types; Escape empties it, Down asks to go to the results.
TextField {
    id: control

    signal downRequested()

    objectName: "searchField"
    placeholderText: qsTr("Search")
    leading: Icon {
        width: Theme.iconSize
        height: Theme.iconSize
        name: "search"
        color: control.activeFocus ? Theme.accent : Theme.textFaint
    }
    trailing: IconButton {
        objectName: "searchClear"
        symbol: "close"
        implicitHeight: Theme.px(18)
        implicitWidth: Theme.px(18)
        visible: control.text !== ""
        focusPolicy: Qt.NoFocus
        hint: qsTr("Clear")
        onClicked: { control.clear(); control.edited("") }
    }
    Keys.onEscapePressed: (event) => {
        event.accepted = control.text !== ""
        if (event.accepted) { control.clear(); control.edited("") }
    }
    Keys.onDownPressed: control.downRequested()
}
