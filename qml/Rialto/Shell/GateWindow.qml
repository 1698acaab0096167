// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Admin
import Rialto.Shell

// The door of a protected book: shown before anything of the book is.
T.ApplicationWindow {
    id: window

    required property GateModel gate
    required property Preferences preferences

    objectName: "gateWindow"
    title: qsTr("Rialto")
    width: preferences.windowSize.width
    height: preferences.windowSize.height
    minimumWidth: 640
    minimumHeight: 420
    visible: true
    color: Theme.window

    Binding { target: Theme; property: "dark"; value: window.preferences.dark }
    Binding { target: Theme; property: "scale"; value: window.preferences.scale }

    FocusScope {
        anchors.fill: parent
        focus: true

        RialtoMark {
            anchors.horizontalCenter: card.horizontalCenter
            anchors.bottom: card.top
            anchors.bottomMargin: Theme.space6
            scale: 1.6
        }
        GateCard {
            id: card

            anchors.centerIn: parent
            focus: true
            model: window.gate
            title: qsTr("This book is protected")
            detail: window.gate.place
        }
    }
}
