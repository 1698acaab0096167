// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// The depth ladder. While it is armed (A), a click on a bid buys there and a click on an ask sells there, with the right button as
// a stop. By keys: Up and Down choose a rung, B buys and S sells on it, Shift makes a stop, Delete cancels what is ours there,
// Ctrl+Delete everything of the instrument, C brings the market back to the middle, Escape disarms.
Panel {
    id: panel

    required property LadderModel model

    objectName: "ladderPanel"
    title: qsTr("Ladder")
    subtitle: panel.model.symbol
    toolbar: [
        CheckBox {
            objectName: "ladderArmed"
            text: qsTr("Armed")
            checked: panel.model.armed
            onToggled: panel.model.armed = checked
        }
    ]
    Keys.onPressed: (event) => {
        const stop = (event.modifiers & Qt.ShiftModifier) !== 0
        event.accepted = true
        if (event.key === Qt.Key_Up)
            panel.model.move(-1)
        else if (event.key === Qt.Key_Down)
            panel.model.move(1)
        else if (event.key === Qt.Key_A && event.modifiers === Qt.NoModifier)
            panel.model.armed = true
        else if (event.key === Qt.Key_Escape && panel.model.armed)
            panel.model.armed = false
        else if (event.key === Qt.Key_B && !(event.modifiers & Qt.ControlModifier))
            panel.model.place(0, stop)
        else if (event.key === Qt.Key_S && !(event.modifiers & Qt.ControlModifier))
            panel.model.place(1, stop)
        else if (event.key === Qt.Key_Delete && (event.modifiers & Qt.ControlModifier))
            panel.model.cancelAll()
        else if (event.key === Qt.Key_Delete)
            panel.model.cancelHere()
        else if (event.key === Qt.Key_C && event.modifiers === Qt.NoModifier)
            panel.model.centre()
        else
            event.accepted = false
    }

    RowLayout {
        id: head

        x: Theme.space2
        y: Theme.space1
        width: parent.width - 2 * Theme.space2
        height: Theme.controlHeight
        spacing: Theme.space2

        NumberField {
            objectName: "ladderQuantity"
            Layout.preferredWidth: Theme.px(90)
            label: qsTr("Quantity of a click")
            value: panel.model.quantity
            stepper: false
            onEdited: (text) => panel.model.quantity = text
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Position %1").arg(panel.model.position)
            muted: true
        }
    }
    ListView {
        id: rungs

        objectName: "ladderRungs"
        anchors.fill: parent
        anchors.topMargin: head.height + 2 * Theme.space1
        anchors.bottomMargin: note.visible ? note.height + Theme.space1 : 0
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: panel.model
        visible: panel.model.known
        keyNavigationEnabled: false // the rung is the model's to choose
        currentIndex: panel.model.cursor
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Prices of %1").arg(panel.model.symbol)
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        onHeightChanged: positionViewAtIndex(panel.model.cursor, ListView.Center)

        delegate: Rectangle {
            id: rung

            required property int index
            required property string priceText
            required property string bidText
            required property string askText
            required property real bidFraction
            required property real askFraction
            required property string ownBuy
            required property string ownSell
            required property bool last
            readonly property real third: Math.floor(width / 3)

            width: ListView.view.width
            height: Theme.px(20)
            color: ListView.isCurrentItem ? Theme.selected : "transparent"
            border.color: ListView.isCurrentItem && rungs.activeFocus ? Theme.focus : "transparent"
            Accessible.role: Accessible.Row
            Accessible.name: priceText + " " + bidText + " " + askText

            Rectangle {
                x: rung.third - width
                y: 1
                width: Math.round(rung.third * rung.bidFraction)
                height: parent.height - 2
                color: Theme.upSoft
            }
            Rectangle {
                x: 2 * rung.third
                y: 1
                width: Math.round(rung.third * rung.askFraction)
                height: parent.height - 2
                color: Theme.downSoft
            }
            Figure { x: Theme.space2; width: rung.third / 2; height: parent.height; text: rung.ownBuy; tone: Theme.Buy; horizontalAlignment: Text.AlignLeft }
            Figure { width: rung.third - Theme.space1; height: parent.height; text: rung.bidText }
            Figure {
                x: rung.third
                width: rung.third
                height: parent.height
                text: rung.priceText
                horizontalAlignment: Text.AlignHCenter
                font: rung.last ? Theme.strongFont : Theme.figureFont
            }
            Figure { x: 2 * rung.third + Theme.space1; width: rung.third / 2; height: parent.height; text: rung.askText; horizontalAlignment: Text.AlignLeft }
            Figure { x: 2 * rung.third; width: rung.third - Theme.space2; height: parent.height; text: rung.ownSell; tone: Theme.Sell }

            MouseArea {
                anchors.fill: parent
                acceptedButtons: Qt.LeftButton | Qt.RightButton | Qt.MiddleButton
                onClicked: (mouse) => {
                    rungs.forceActiveFocus()
                    panel.model.pointAt(rung.index)
                    if (mouse.button === Qt.MiddleButton)
                        panel.model.cancelHere()
                    else if (mouse.x < rung.third)
                        panel.model.place(0, mouse.button === Qt.RightButton)
                    else if (mouse.x > 2 * rung.third)
                        panel.model.place(1, mouse.button === Qt.RightButton)
                }
            }
        }
    }
    EmptyState {
        anchors.fill: rungs
        visible: !panel.model.known
        symbol: "depth"
        text: qsTr("No price yet")
    }
    Label {
        id: note

        objectName: "ladderNotice"
        anchors.bottom: parent.bottom
        x: Theme.space2
        width: parent.width - 2 * Theme.space2
        visible: text !== ""
        text: panel.model.notice
        color: Theme.danger
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
}
