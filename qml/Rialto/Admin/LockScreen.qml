// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Admin

// What stands in the place of the workspaces while the screen is locked.
FocusScope {
    id: screen

    required property LockKeeper model

    objectName: "lockScreen"

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        acceptedButtons: Qt.AllButtons
    }
    GateCard {
        anchors.centerIn: parent
        focus: true
        model: screen.model.gate
        title: qsTr("The screen is locked")
        detail: qsTr("Orders and the market go on. Enter your password, or let another user in.")
    }
}
