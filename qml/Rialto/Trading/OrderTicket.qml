// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// The order ticket. Symbol, Tab, quantity, Tab, price, Ctrl+Enter, Ctrl+Enter: a whole order without the mouse. Ctrl+B and
// Ctrl+S choose the side; Up, Down and the wheel step quantity and price; Escape leaves the review.
Panel {
    id: ticket

    required property OrderTicketModel model

    function focusSymbol() { symbolField.forceActiveFocus(Qt.TabFocusReason) }

    objectName: "orderTicket"
    title: qsTr("Order")
    implicitWidth: Theme.px(320)
    Keys.onPressed: (event) => {
        if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier)) {
            ticket.model.submit()
            event.accepted = true
        } else if (event.key === Qt.Key_B && event.modifiers === Qt.ControlModifier) {
            ticket.model.side = 0
            event.accepted = true
        } else if (event.key === Qt.Key_S && event.modifiers === Qt.ControlModifier) {
            ticket.model.side = 1
            event.accepted = true
        } else if (event.key === Qt.Key_Escape && ticket.model.reviewing) {
            ticket.model.cancelReview()
            event.accepted = true
        }
    }

    ScrollArea {
        id: area

        anchors.fill: parent
        anchors.bottomMargin: footer.height
        spacing: Theme.space2

        FormRow {
            width: parent.width
            label: qsTr("Account")

            ComboBox {
                objectName: "ticketAccount"
                label: qsTr("Account")
                model: ticket.model.accounts
                currentIndex: ticket.model.accountIndex
                onActivated: (index) => ticket.model.accountIndex = index
            }
        }
        SegmentedControl {
            objectName: "ticketSide"
            width: parent.width
            fill: true
            label: qsTr("Side")
            model: ticket.model.sides
            tones: [Theme.Buy, Theme.Sell]
            currentIndex: ticket.model.side
            onActivated: (index) => ticket.model.side = index

            Binding on currentIndex { value: ticket.model.side }
        }
        FormRow {
            width: parent.width
            label: qsTr("Symbol")
            error: ticket.model.symbolError

            TextField {
                id: symbolField

                objectName: "ticketSymbol"
                label: qsTr("Symbol")
                placeholderText: qsTr("Symbol or name")
                font: Theme.strongFont
                value: ticket.model.symbol
                invalid: ticket.model.symbolError !== ""
                focus: true
                onEdited: (text) => { ticket.model.symbol = text; matchList.currentIndex = 0 }
                Keys.onDownPressed: if (matchList.count > 0) matchList.currentIndex = Math.min(matchList.count - 1, matchList.currentIndex + 1)
                Keys.onUpPressed: if (matchList.count > 0) matchList.currentIndex = Math.max(0, matchList.currentIndex - 1)
                Keys.onTabPressed: (event) => { matchList.take(); event.accepted = false }
                Keys.onReturnPressed: (event) => { event.accepted = matchList.count > 0; matchList.take() }
            }
        }
        Rectangle {
            width: parent.width
            height: matchList.contentHeight + 2
            visible: matchList.count > 0 && symbolField.activeFocus
            color: Theme.raised
            border.color: Theme.lineStrong
            radius: Theme.radius

            ListView {
                id: matchList

                function take() {
                    if (count > 0 && currentIndex >= 0)
                        ticket.model.symbol = ticket.model.matches[currentIndex].symbol
                }

                objectName: "ticketMatches"
                anchors.fill: parent
                anchors.margins: 1
                interactive: false
                model: ticket.model.matches
                delegate: Rectangle {
                    id: match

                    required property int index
                    required property var modelData

                    width: ListView.view.width
                    height: Theme.rowHeight
                    radius: Theme.radius
                    color: ListView.isCurrentItem ? Theme.selected : "transparent"
                    Accessible.role: Accessible.ListItem
                    Accessible.name: modelData.symbol + " " + modelData.name

                    Label {
                        x: Theme.space2
                        width: Theme.px(76)
                        height: parent.height
                        text: match.modelData.symbol
                        font: Theme.strongFont
                    }
                    Label {
                        x: Theme.px(84)
                        width: parent.width - x - kind.width - 2 * Theme.space2
                        height: parent.height
                        text: match.modelData.name
                    }
                    Label {
                        id: kind

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.space2
                        height: parent.height
                        text: match.modelData.kind
                        font: Theme.smallFont
                        muted: true
                    }
                    TapHandler { onTapped: { matchList.currentIndex = match.index; matchList.take() } }
                }
            }
        }
        Column {
            width: parent.width
            visible: ticket.model.description !== ""

            Label {
                x: Theme.px(88)
                width: parent.width - x
                text: ticket.model.description
            }
            Label {
                x: Theme.px(88)
                width: parent.width - x
                text: ticket.model.terms
                font: Theme.smallFont
                color: Theme.textFaint
            }
        }
        Row {
            width: parent.width
            spacing: Theme.space1

            Repeater {
                model: [{name: qsTr("Bid"), figure: ticket.model.bid, tone: Theme.Sell}, {name: qsTr("Ask"), figure: ticket.model.ask, tone: Theme.Buy},
                        {name: qsTr("Last"), figure: ticket.model.last, tone: Theme.Neutral}]

                Rectangle {
                    id: quote

                    required property int index
                    required property var modelData

                    width: (parent.width - 2 * parent.spacing) / 3
                    height: Theme.px(40)
                    radius: Theme.radius
                    color: hover.hovered ? Theme.hover : Theme.field
                    border.color: activeFocus ? Theme.focus : Theme.line
                    Accessible.role: Accessible.Button
                    Accessible.name: qsTr("Take the price %1 %2").arg(modelData.name).arg(modelData.figure)
                    Accessible.onPressAction: ticket.model.takePrice(index)

                    Label {
                        x: Theme.space2
                        y: Theme.px(4)
                        text: quote.modelData.name
                        font: Theme.labelFont
                        muted: true
                    }
                    Figure {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.space2
                        y: Theme.px(19)
                        text: quote.modelData.figure
                        tone: quote.modelData.tone
                    }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: ticket.model.takePrice(quote.index) }
                }
            }
        }
        FormRow {
            width: parent.width
            label: ticket.model.byAmount ? qsTr("Amount") : qsTr("Quantity")
            error: ticket.model.quantityError
            hint: ticket.model.quantityHint

            Item {
                height: Theme.controlHeight

                NumberField {
                    id: quantityField

                    objectName: "ticketQuantity"
                    width: parent.width - mode.width - Theme.space1
                    label: ticket.model.byAmount ? qsTr("Amount") : qsTr("Quantity")
                    value: ticket.model.byAmount ? ticket.model.amount : ticket.model.quantity
                    unit: ticket.model.byAmount ? ticket.model.currency : ""
                    stepper: !ticket.model.byAmount
                    invalid: ticket.model.quantityError !== ""
                    onEdited: (text) => { if (ticket.model.byAmount) ticket.model.amount = text; else ticket.model.quantity = text }
                    onStepped: (steps) => ticket.model.stepQuantity(steps)
                }
                IconButton {
                    id: mode

                    objectName: "ticketByAmount"
                    anchors.right: parent.right
                    symbol: "swap"
                    implicitHeight: Theme.controlHeight
                    implicitWidth: Theme.controlHeight
                    focusPolicy: Qt.ClickFocus
                    hint: ticket.model.byAmount ? qsTr("Enter a quantity") : qsTr("Enter a cash amount")
                    onClicked: ticket.model.byAmount = !ticket.model.byAmount
                }
            }
        }
        FormRow {
            width: parent.width
            visible: ticket.model.limited
            label: qsTr("Limit")
            error: ticket.model.priceError

            NumberField {
                objectName: "ticketPrice"
                label: qsTr("Limit price")
                value: ticket.model.price
                unit: ticket.model.currency
                invalid: ticket.model.priceError !== ""
                onEdited: (text) => ticket.model.price = text
                onStepped: (steps) => ticket.model.stepPrice(steps)
            }
        }
        FormRow {
            width: parent.width
            visible: ticket.model.triggers
            label: qsTr("Trigger")
            error: ticket.model.termsError

            NumberField {
                objectName: "ticketTrigger"
                label: qsTr("Trigger price")
                value: ticket.model.trigger
                unit: ticket.model.currency
                invalid: ticket.model.termsError !== ""
                onEdited: (text) => ticket.model.trigger = text
                onStepped: (steps) => ticket.model.stepTrigger(steps)
            }
        }
        FormRow {
            width: parent.width
            visible: ticket.model.trailing
            label: qsTr("Distance")
            error: ticket.model.termsError

            TextField {
                objectName: "ticketTrail"
                label: qsTr("Distance of the trailing stop")
                placeholderText: qsTr("0.25 or 1.5%")
                value: ticket.model.trail
                onEdited: (text) => ticket.model.trail = text
            }
        }
        FormRow {
            width: parent.width
            label: qsTr("Type")

            ComboBox {
                objectName: "ticketType"
                label: qsTr("Type")
                model: ticket.model.types
                currentIndex: ticket.model.type
                onActivated: (index) => ticket.model.type = index

                Binding on currentIndex { value: ticket.model.type }
            }
        }
        FormRow {
            width: parent.width
            label: qsTr("Valid")

            ComboBox {
                objectName: "ticketTif"
                label: qsTr("Time in force")
                model: ticket.model.tifs
                currentIndex: ticket.model.tif
                onActivated: (index) => ticket.model.tif = index

                Binding on currentIndex { value: ticket.model.tif }
            }
        }
        FormRow {
            width: parent.width
            visible: ticket.model.dated
            label: qsTr("Last day")

            TextField {
                objectName: "ticketGoodTill"
                label: qsTr("Last day")
                placeholderText: qsTr("YYYY-MM-DD")
                value: ticket.model.goodTill
                onEdited: (text) => ticket.model.goodTill = text
            }
        }
        TicketExits {
            width: parent.width
            model: ticket.model
        }
        Repeater {
            model: ticket.model.notes

            Row {
                id: note

                required property string modelData

                width: parent.width
                spacing: Theme.space2

                Icon {
                    y: Theme.px(2)
                    width: Theme.iconSize
                    height: width
                    name: "info"
                    color: Theme.textFaint
                }
                Label {
                    objectName: "ticketNote"
                    width: parent.width - Theme.iconSize - Theme.space2
                    text: note.modelData
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
            }
        }
        Separator {
            width: parent.width
            visible: grid.visible
        }
        KeyValueGrid {
            id: grid

            objectName: "ticketEstimate"
            width: parent.width
            visible: entries.length > 0
            entries: ticket.model.estimate
        }
    }

    Rectangle {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width
        height: footerColumn.height + 2 * Theme.space3
        color: Theme.surface

        Separator { width: parent.width }
        Column {
            id: footerColumn

            x: Theme.space3
            y: Theme.space3
            width: parent.width - 2 * Theme.space3
            spacing: Theme.space2

            Repeater {
                objectName: "ticketRefusals"
                model: ticket.model.refusals

                Row {
                    id: refusal

                    required property string modelData

                    width: parent.width
                    spacing: Theme.space2

                    Icon {
                        y: Theme.px(2)
                        width: Theme.iconSize
                        height: width
                        name: "warning"
                        color: Theme.danger
                    }
                    Label {
                        objectName: "ticketRefusal"
                        width: parent.width - Theme.iconSize - Theme.space2
                        text: refusal.modelData
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                }
            }
            Column {
                width: parent.width
                spacing: Theme.space1
                visible: ticket.model.reviewing

                SectionLabel { text: qsTr("Check before you send") }
                Label {
                    objectName: "ticketReview"
                    width: parent.width
                    text: ticket.model.reviewText
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                CheckBox {
                    objectName: "ticketSkipReview"
                    text: qsTr("Send this symbol without asking")
                    checked: ticket.model.reviewSkipped
                    onToggled: ticket.model.reviewSkipped = checked
                }
            }
            Row {
                width: parent.width
                spacing: Theme.space2

                Button {
                    objectName: "ticketSend"
                    width: parent.width - (back.visible ? back.width + parent.spacing : 0)
                    implicitHeight: Theme.px(32)
                    kind: ticket.model.side === 0 ? Button.Buy : Button.Sell
                    text: ticket.model.buttonText
                    enabled: ticket.model.canSend
                    hint: qsTr("Ctrl+Enter")
                    onClicked: ticket.model.submit()
                }
                Button {
                    id: back

                    objectName: "ticketBack"
                    visible: ticket.model.reviewing
                    implicitHeight: Theme.px(32)
                    text: qsTr("Back")
                    onClicked: ticket.model.cancelReview()
                }
            }
            Label {
                objectName: "ticketResult"
                width: parent.width
                visible: text !== ""
                text: ticket.model.result
                color: Theme.colourOf(ticket.model.resultTone)
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
}
