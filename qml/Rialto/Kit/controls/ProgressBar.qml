// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// How far a long job is, 0 to 1, or `indeterminate`; with `cancellable` a button (and Escape) that asks to stop.
FocusScope {
    id: control

    property real value: 0
    property bool indeterminate: false
    property bool cancellable: false
    property string label: ""
    property string detail: ""

    signal cancelled()

    objectName: "progressBar"
    implicitWidth: Theme.px(220)
    implicitHeight: label === "" && detail === "" ? Theme.px(cancellable ? 22 : 4) : Theme.px(28)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label
    Keys.onEscapePressed: if (control.cancellable) control.cancelled()

    Label {
        width: parent.width - stop.width - amount.implicitWidth - Theme.space2
        visible: control.label !== ""
        text: control.label
        font: Theme.smallFont
    }
    Label {
        id: amount

        anchors.right: stop.visible ? stop.left : parent.right
        anchors.rightMargin: stop.visible ? Theme.space2 : 0
        visible: control.detail !== ""
        text: control.detail
        font: Theme.smallFont
        muted: true
    }
    Rectangle {
        id: track

        anchors.left: parent.left
        anchors.right: stop.visible ? stop.left : parent.right
        anchors.rightMargin: stop.visible ? Theme.space2 : 0
        y: control.label === "" && control.detail === "" ? Math.round((parent.height - height) / 2) : parent.height - height - Theme.px(4)
        height: Theme.px(4)
        radius: height / 2
        color: Theme.line
        clip: true

        Rectangle {
            id: bar

            property real phase: 0

            x: control.indeterminate ? (parent.width + width) * phase - width : 0
            width: control.indeterminate ? parent.width * 0.3 : parent.width * Math.max(0, Math.min(1, control.value))
            height: parent.height
            radius: parent.radius
            color: Theme.accent

            NumberAnimation on phase {
                from: 0
                to: 1
                duration: 1200
                loops: Animation.Infinite
                running: control.indeterminate && control.visible && Theme.motion
            }
        }
    }
    IconButton {
        id: stop

        objectName: "progressCancel"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: control.cancellable
        symbol: "close"
        hint: qsTr("Cancel")
        onClicked: control.cancelled()
    }
}
