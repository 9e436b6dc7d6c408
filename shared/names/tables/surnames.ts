/**
 * Surnames so common that one is hardly a typing error for another: the man's form. After the counts of ČSÚ and the Czech
 * Ministry of the Interior, of PESEL (Poland, 2023), of А. Ф. Журавлёв (Russia, 2005) and of the UK and US censuses.
 */
export const COMMON_SURNAMES = `
novák svoboda novotný dvořák černý procházka kučera veselý horák němec pokorný marek pospíšil hájek jelínek král růžička
beneš fiala sedláček doležal zeman nguyen kolář krejčí navrátil čermák urban vaněk blažek kříž kratochvíl kopecký bartoš
vlček musil šimek polák konečný malý čech kadlec štěpánek staněk holub dostál soukup šťastný mareš moravec sýkora tichý
valenta vávra matoušek bláha říha ševčík bureš hruška mašek dušek pavlík havlíček mach hrubý kovář liška beran tomášek
vacek vašek dlouhý machala tůma zelenka hlaváček macháček havel hora janda toman bílek bareš bartoň lukeš bečka horký nosek novosad
kafka klíma kubát kubík šebek šebesta slavík smetana souček stehlík strnad suchý trnka uhlíř vítek vondra zach žák
nowak kowalski wiśniewski wójcik kowalczyk kamiński lewandowski zieliński szymański woźniak dąbrowski kozłowski jankowski
mazur kwiatkowski krawczyk kaczmarek piotrowski grabowski zając pawłowski michalski król wieczorek jabłoński wróbel
nowakowski majewski olszewski stępień malinowski jaworski adamczyk dudek nowicki pawlak górski witkowski walczak sikora
baran rutkowski michalak szewczyk ostrowski tomaszewski pietrzak zalewski wróblewski marciniak jasiński zawadzki sadowski
jakubowski duda borkowski czarnecki sawicki sokołowski urbański kubiak maciejewski szczepański kucharski wilk kalinowski
lis mazurek wysocki adamski kaźmierczak wasilewski sobczak czerwiński andrzejewski cieślak głowacki zakrzewski kołodziej
sikorski krajewski gajewski szymczak szulc baranowski laskowski brzeziński makowski ziółkowski przybylski domański kowal
nowacki borowski błaszczyk chojnacki ciesielski mróz szczepaniak wesołowski górecki krupa kaczmarczyk leszczyński lipiński
иванов смирнов кузнецов попов васильев петров соколов михайлов новиков фёдоров морозов волков алексеев лебедев семёнов
егоров павлов козлов степанов николаев орлов андреев макаров никитин захаров зайцев соловьёв борисов яковлев григорьев
романов воробьёв сергеев кузьмин фролов александров дмитриев королёв гусев киселёв ильин максимов поляков сорокин
виноградов ковалёв белов медведев антонов тарасов жуков баранов филиппов комаров давыдов беляев герасимов богданов осипов
сидоров матвеев титов марков миронов крылов куликов карпов власов мельников денисов гаврилов тихонов казаков афанасьев
данилов савельев тимофеев фомин чернов абрамов мартынов ефимов федотов щербаков назаров калинин исаев чернышёв быков маслов
родионов коновалов лазарев воронин климов филатов пономарёв голубев кудрявцев прохоров наумов потапов журавлёв овчинников
трофимов леонов соболев ермаков колесников гончаров емельянов никифоров грачёв котов гришин ефремов архипов громов кириллов
малышев панов моисеев румянцев акимов кондратьев бирюков горбунов анисимов еремин тихомиров галкин лукьянов михеев
скворцов юдин белоусов нестеров симонов прокофьев харитонов князев цветков левин митрофанов воронов аксёнов софронов
мальцев логинов горшков савин краснов майоров демидов елисеев рыбаков сафонов плотников демин хохлов фадеев молчанов
игнатов литвинов ершов ушаков дементьев рябов мухин калашников леонтьев лобанов кузин корнеев евдокимов бородин платонов
некрасов балашов бобров жданов блинов игнатьев коротков муравьёв крюков беляков богомолов дроздов лавров зуев петухов ларин
никулин серов терентьев зотов устинов фокин самойлов константинов сахаров шишкин самсонов черкасов чистяков носов спиридонов
карасёв авдеев воронцов зверев владимиров селезнёв нечаев кудряшов седов фирсов андрианов панфилов головин терехов ульянов
шестаков агеев никонов селиванов баженов гордеев кожевников пахомов зимин костин широков филимонов ларионов овсянников
перов ивлев шевченко коваленко бондаренко ткаченко кравченко
smith jones williams brown taylor davies wilson evans thomas johnson roberts walker wright robinson thompson white hughes
edwards green hall wood harris lewis martin jackson clarke clark turner hill scott cooper morris ward moore king watson
baker harrison morgan patel young allen mitchell james anderson phillips lee bell parker davis miller garcia rodriguez
martinez hernandez lopez gonzalez perez sanchez ramirez torres nguyen flores adams nelson rivera campbell carter reed cook
bailey kelly howard cox richardson watson brooks wood bennett gray hughes price myers long foster sanders ross powell
sullivan russell ortiz jenkins perry butler barnes fisher henderson coleman simmons patterson jordan reynolds hamilton graham
marsh mason mills shaw simpson stevens stone webb wells west barker bates carr chapman cole dixon elliott ellis ford fox
gibson gill gordon grant hart hunt hunter knight lane lloyd mcdonald murphy murray newman palmer payne pearce porter reid
rogers rose ryan saunders spencer walsh may day harding harper parkes parks hewitt howell holland holloway
`;
