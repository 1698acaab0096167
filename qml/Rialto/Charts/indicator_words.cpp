// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicator_words.h"

#include <algorithm>
#include <iterator>

namespace rialto::charts {
namespace {

struct Word {
    const char* key;
    const char* chinese;
};

constexpr Word titles[] = {
    {"abs", "绝对值"}, {"accbands", "加速带"}, {"acos", "反余弦"}, {"ad", "累积/派发线"}, {"add", "两序列之和"}, {"adosc", "蔡金摆动指标"}, {"adr", "平均波幅"}, {"adx", "平均趋向指数"},
    {"adxr", "平均趋向评估"}, {"alligator", "鳄鱼线"}, {"alma", "ALMA均线"}, {"ao", "动量震荡指标"}, {"apo", "绝对价格震荡"}, {"aps", "奥根价格尖峰"}, {"aroon", "阿隆指标"},
    {"aroonosc", "阿隆震荡"}, {"asi", "累积摆动指数"}, {"asin", "反正弦"}, {"atan", "反正切"}, {"atr", "真实波幅均值"}, {"avgdev", "平均偏差"}, {"avgprice", "平均价格"},
    {"bbands", "布林带"}, {"beta", "贝塔系数"}, {"bop", "均势指标"}, {"cci", "顺势指标"}, {"cdl2crows", "两只乌鸦"}, {"cdl3blackcrows", "三只黑乌鸦"},
    {"cdl3inside", "三内部上涨或下跌"}, {"cdl3linestrike", "三线打击"}, {"cdl3outside", "三外部上涨或下跌"}, {"cdl3starsinsouth", "南方三星"}, {"cdl3whitesoldiers", "红三兵"},
    {"cdlabandonedbaby", "弃婴"}, {"cdladvanceblock", "大敌当前"}, {"cdlbelthold", "捉腰带线"}, {"cdlbreakaway", "脱离"}, {"cdlclosingmarubozu", "收盘秃线"},
    {"cdlconcealbabyswall", "藏婴吞没"}, {"cdlcounterattack", "反击线"}, {"cdldarkcloudcover", "乌云盖顶"}, {"cdldoji", "十字"}, {"cdldojistar", "十字星"},
    {"cdldragonflydoji", "蜻蜓十字"}, {"cdlengulfing", "吞没形态"}, {"cdleveningdojistar", "十字暮星"}, {"cdleveningstar", "暮星"},
    {"cdlgapsidesidewhite", "跳空并列阳线"}, {"cdlgravestonedoji", "墓碑十字"}, {"cdlhammer", "锤头"}, {"cdlhangingman", "上吊线"}, {"cdlharami", "母子线"},
    {"cdlharamicross", "十字孕线"}, {"cdlhighwave", "风高浪大线"}, {"cdlhikkake", "陷阱形态"}, {"cdlhikkakemod", "修正陷阱形态"}, {"cdlhomingpigeon", "家鸽"},
    {"cdlidentical3crows", "三胞胎乌鸦"}, {"cdlinneck", "颈内线"}, {"cdlinvertedhammer", "倒锤头"}, {"cdlkicking", "反冲形态"}, {"cdlkickingbylength", "由较长秃线决定的反冲"},
    {"cdlladderbottom", "梯底"}, {"cdllongleggeddoji", "长脚十字"}, {"cdllongline", "长蜡烛"}, {"cdlmarubozu", "光头光脚"}, {"cdlmatchinglow", "相同低价"},
    {"cdlmathold", "铺垫"}, {"cdlmorningdojistar", "十字晨星"}, {"cdlmorningstar", "晨星"}, {"cdlonneck", "颈上线"}, {"cdlpiercing", "刺透形态"},
    {"cdlrickshawman", "黄包车夫"}, {"cdlrisefall3methods", "上升或下降三法"}, {"cdlseparatinglines", "分离线"}, {"cdlshootingstar", "射击之星"},
    {"cdlshortline", "短蜡烛"}, {"cdlspinningtop", "纺锤"}, {"cdlstalledpattern", "停顿形态"}, {"cdlsticksandwich", "条形三明治"}, {"cdltakuri", "探水竿"},
    {"cdltasukigap", "跳空并列阴阳线"}, {"cdlthrusting", "插入"}, {"cdltristar", "三星"}, {"cdlunique3river", "奇特三河床"}, {"cdlupsidegap2crows", "上升跳空两乌鸦"},
    {"cdlxsidegap3methods", "跳空三法"}, {"ceil", "向上取整"}, {"chande_kroll", "钱德克罗止损"}, {"chop", "震荡指数"}, {"cmf", "蔡金资金流量"}, {"cmo", "钱德动量摆动"},
    {"coppock", "估波曲线"}, {"correl", "皮尔逊相关系数"}, {"cos", "余弦"}, {"cosh", "双曲余弦"}, {"covar", "协方差"}, {"crossany", "两序列交叉"}, {"crossover", "上穿"},
    {"crsi", "康纳斯RSI"}, {"cvi", "蔡金波动率"}, {"dayreturn", "累积单根收益"}, {"decay", "线性衰减"}, {"dema", "双重指数均线"}, {"demarker", "DeMarker指标"},
    {"derivative_oscillator", "导数震荡"}, {"div", "两序列之比"}, {"dmi", "动向系统"}, {"donchian", "唐奇安通道"}, {"dpo", "去趋势价格震荡"}, {"drawdown", "最高点回撤"},
    {"dx", "动向指数"}, {"edecay", "指数衰减"}, {"elder_ray", "艾尔德射线"}, {"ema", "指数移动平均"}, {"emv", "简易波动指标"}, {"envelope", "均线包络"}, {"exp", "指数函数"},
    {"fisher", "费雪变换"}, {"floor", "向下取整"}, {"force_index", "强力指数"}, {"fosc", "预测震荡"}, {"frama", "分形自适应均线"}, {"heikin_ashi", "平均K线"},
    {"hilbert", "希尔伯特变换"}, {"hma", "赫尔均线"}, {"ht_dcperiod", "希尔伯特主导周期"}, {"ht_dcphase", "希尔伯特主导相位"}, {"ht_phasor", "希尔伯特相量"}, {"ht_sine", "希尔伯特正弦波"},
    {"ht_trendline", "希尔伯特瞬时趋势线"}, {"ht_trendmode", "希尔伯特趋势或周期"}, {"hurst", "赫斯特指数"}, {"ibs", "柱内强度"}, {"ichimoku", "一目均衡表"}, {"imi", "日内动量指数"},
    {"kama", "考夫曼自适应均线"}, {"keltner", "肯特纳通道"}, {"ker", "考夫曼效率比"}, {"kst", "确知指标"}, {"kvo", "克林格成交量摆动"}, {"lag", "若干根之前的值"}, {"linearreg", "线性回归"},
    {"linearreg_angle", "线性回归角度"}, {"linearreg_intercept", "线性回归截距"}, {"linearreg_slope", "线性回归斜率"}, {"ln", "自然对数"}, {"log10", "常用对数"},
    {"logr", "对数收益"}, {"ma", "任选移动平均"}, {"macd", "指数平滑异同平均线"}, {"macdext", "MACD（任选均线）"}, {"macdfix", "MACD（固定12与26）"}, {"mama", "MESA自适应均线"},
    {"marketfi", "市场促进指数"}, {"mass", "梅斯线"}, {"mavp", "变周期均线"}, {"max", "最高值"}, {"maxindex", "最高值所在位置"}, {"mcginley", "麦吉利动态线"}, {"medprice", "中间价"},
    {"mfi", "资金流量指标"}, {"midpoint", "区间中点"}, {"midprice", "高低中点"}, {"min", "最低值"}, {"minindex", "最低值所在位置"}, {"minmax", "最低与最高值"},
    {"minmaxindex", "最低与最高值位置"}, {"minus_di", "负向指标"}, {"minus_dm", "负向动量"}, {"mom", "动量线"}, {"momersion", "动量回归比"}, {"msw", "梅萨正弦波"},
    {"mult", "两序列之积"}, {"natr", "归一化真实波幅"}, {"nvi", "负量指标"}, {"obv", "能量潮"}, {"pivot_points", "昨日枢轴点"}, {"pivots", "枢轴高低点"}, {"plus_di", "正向指标"},
    {"plus_dm", "正向动量"}, {"ppo", "价格震荡百分比"}, {"pso", "首要随机震荡"}, {"pvi", "正量指标"}, {"pvt", "量价趋势"}, {"qstick", "量化柱线"}, {"rdv", "相对日成交量"},
    {"relative_ma", "相对均线"}, {"renko", "砖形图"}, {"rma", "威尔德均线"}, {"roc", "变动率（百分比）"}, {"rocp", "变动率"}, {"rocr", "变动比"}, {"rocr100", "变动比（百分比）"},
    {"round", "四舍五入"}, {"rsi", "相对强弱指标"}, {"rsv", "罗杰斯·萨切尔波动率"}, {"rvi", "相对活力指数"}, {"sar", "抛物线转向"}, {"sarext", "抛物线转向（扩展）"}, {"sharpe", "滚动夏普比率"},
    {"si", "威尔德摆动指数"}, {"sin", "正弦"}, {"sinh", "双曲正弦"}, {"sma", "简单移动平均"}, {"sobv", "平滑能量潮"}, {"sortino", "滚动索提诺比率"}, {"sqrt", "平方根"},
    {"squeeze", "挤压动量"}, {"stc", "沙夫趋势周期"}, {"stddev", "标准差"}, {"stderr", "均值标准误"}, {"stoch", "慢速随机指标"}, {"stochf", "快速随机指标"}, {"stochrsi", "随机相对强弱"},
    {"sub", "两序列之差"}, {"sum", "区间之和"}, {"supertrend", "超级趋势"}, {"swiss", "瑞士军刀滤波"}, {"t3", "T3均线"}, {"tan", "正切"}, {"tanh", "双曲正切"},
    {"td_setup", "九转序列"}, {"tdd", "滚动目标下行偏差"}, {"tema", "三重指数均线"}, {"todeg", "弧度转角度"}, {"torad", "角度转弧度"}, {"trange", "真实波幅"}, {"trima", "三角移动平均"},
    {"trix", "三重平滑变动率"}, {"trunc", "取整"}, {"tsf", "时间序列预测"}, {"tsi", "真实强弱指数"}, {"tvi", "成交量趋势指数"}, {"typprice", "典型价格"}, {"ultosc", "终极震荡"},
    {"value_at_risk", "滚动正态在险价值"}, {"var", "方差"}, {"vhf", "纵横过滤"}, {"vidya", "可变指数动态均线"}, {"volatility", "年化历史波动率"}, {"volume_profile", "成交量分布"},
    {"vortex", "涡旋指标"}, {"vosc", "成交量震荡"}, {"vwap", "成交量加权均价"}, {"vwap_anchored", "锚定成交量加权均价"}, {"vwap_session", "当日成交量加权均价"}, {"vwma", "成交量加权均线"},
    {"wad", "威廉累积/派发"}, {"wclprice", "加权收盘价"}, {"willr", "威廉指标"}, {"wma", "加权移动平均"}, {"wto", "波浪趋势震荡"}, {"zigzag", "之字转向"}, {"zlema", "零滞后指数均线"},
    {"zscore", "Z分数"},
};

constexpr Word parameters[] = {
    {"acceleration", "加速因子"}, {"af_init_long", "多头初始加速"}, {"af_init_short", "空头初始加速"}, {"af_long", "多头加速"}, {"af_max_long", "多头加速上限"},
    {"af_max_short", "空头加速上限"}, {"af_short", "空头加速"}, {"anchor", "锚点"}, {"atr_period", "ATR周期"}, {"bb_multiplier", "布林倍数"}, {"bb_period", "布林周期"},
    {"centre", "居中"}, {"channel", "通道"}, {"confidence", "置信度"}, {"count", "数量"}, {"d_ma", "D均线"}, {"ddof", "自由度修正"}, {"delays", "延迟"},
    {"delta", "增量"}, {"deviations", "标准差倍数"}, {"displacement", "位移"}, {"down", "下轨倍数"}, {"down_period", "下行周期"}, {"ema_period", "EMA周期"},
    {"fast", "快线"}, {"fast_d", "快D"}, {"fast_k", "快K"}, {"fast_limit", "快限"}, {"fast_ma", "快线均线"}, {"filter", "滤波器"}, {"first", "第一"},
    {"flat", "平盘取值"}, {"gain", "增益"}, {"in_phase_factor", "同相因子"}, {"jaw", "颚"}, {"jaw_shift", "颚位移"}, {"k_ma", "K均线"}, {"kc_multiplier", "肯特纳倍数"},
    {"kc_period", "肯特纳周期"}, {"kijun", "基准线"}, {"lag", "滞后"}, {"least_move", "最小变动"}, {"length", "长度"}, {"limit_move", "涨跌停幅度"}, {"lips", "唇"},
    {"lips_shift", "唇位移"}, {"long", "长期"}, {"long_period", "长周期"}, {"ma", "均线类型"}, {"ma1", "均线一"}, {"ma2", "均线二"}, {"ma3", "均线三"}, {"ma4", "均线四"},
    {"max_lag", "最大滞后"}, {"max_period", "最长周期"}, {"maximum", "上限"}, {"min_period", "最短周期"}, {"min_trend", "最小趋势"}, {"momentum", "动量"},
    {"multiplier", "倍数"}, {"of", "对象"}, {"offset", "偏移"}, {"offset_on_reverse", "反转偏移"}, {"penetration", "渗透"}, {"percent", "百分比"}, {"period", "周期"},
    {"period1", "周期一"}, {"period2", "周期二"}, {"period3", "周期三"}, {"price", "价格"}, {"quadrature_factor", "正交因子"}, {"rank_period", "排名周期"},
    {"returns", "收益类型"}, {"reversal", "反转"}, {"rf", "无风险利率"}, {"roc1", "变动率一"}, {"roc2", "变动率二"}, {"roc3", "变动率三"}, {"roc4", "变动率四"}, {"scale", "倍率"},
    {"seed", "初值"}, {"senkou_b", "先行带B"}, {"sensitivity", "灵敏度"}, {"short", "短期"}, {"sigma", "西格玛"}, {"signal", "信号"}, {"signal_ma", "信号均线"},
    {"size", "大小"}, {"slow", "慢线"}, {"slow_d", "慢D"}, {"slow_k", "慢K"}, {"slow_limit", "慢限"}, {"slow_ma", "慢线均线"}, {"smooth1", "平滑一"},
    {"smooth2", "平滑二"}, {"smooth_k", "K平滑"}, {"smoothing", "平滑"}, {"source", "取值"}, {"start", "起始"}, {"start_value", "起始值"},
    {"streak_period", "连续周期"}, {"target", "目标"}, {"teeth", "齿"}, {"teeth_shift", "齿位移"}, {"tenkan", "转换线"}, {"tick", "最小变动"}, {"ties", "相等处理"},
    {"unit", "单位"}, {"up", "上轨倍数"}, {"up_period", "上行周期"}, {"utc_offset", "时区偏移"}, {"value_area", "价值区"}, {"vfactor", "体积因子"}, {"weight", "权重"},
    {"width", "宽度"},
};

struct Group {
    const char* key;
    const char* chinese;
    const char* english;
};

constexpr Group groups[] = {
    {"chart", "图形", "Chart"},
    {"cycle", "周期", "Cycle"},
    {"math", "数学", "Mathematics"},
    {"momentum", "动量", "Momentum"},
    {"overlap", "叠加", "Overlay"},
    {"pattern", "形态", "Pattern"},
    {"performance", "绩效", "Performance"},
    {"price", "价格", "Price"},
    {"statistic", "统计", "Statistic"},
    {"volatility", "波动", "Volatility"},
    {"volume", "成交量", "Volume"},
};

/// The rows are in order, which the tests check.
template <std::size_t size> const char* chineseOf(const Word (&words)[size], const std::string& key)
{
    const auto* const found = std::lower_bound(std::begin(words), std::end(words), key, [](const Word& word, const std::string& wanted) { return wanted.compare(word.key) > 0; });
    return found != std::end(words) && key == found->key ? found->chinese : nullptr;
}

} // namespace

QString indicatorTitle(const analytics::Indicator& indicator, bool chinese)
{
    const char* word = chinese ? chineseOf(titles, indicator.name) : nullptr;
    return word != nullptr ? QString::fromUtf8(word) : QString::fromStdString(indicator.title);
}

QString parameterTitle(const std::string& name, bool chinese)
{
    const char* word = chinese ? chineseOf(parameters, name) : nullptr;
    return word != nullptr ? QString::fromUtf8(word) : QString::fromStdString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString groupTitle(const std::string& group, bool chinese)
{
    for (const Group& entry : groups)
        if (group == entry.key)
            return QString::fromUtf8(chinese ? entry.chinese : entry.english);
    return QString::fromStdString(group);
}

} // namespace rialto::charts
