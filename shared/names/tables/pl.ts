/**
 * Polish first names with their short forms: one group a line, the official forms first. After J. Bubak, «Księga naszych
 * imion», and everyday use.
 */
export const POLISH_GIVEN = `
adam adaś adamek
adrian adrianek
agata agatka
agnieszka aga agusia jagna
aleksander olek alek aleks
aleksandra ola oleńka olka ala aleksa
alicja ala alusia alka
alina ala alinka
amelia melka
andrzej jędrek andrzejek jędruś andrzejku
aneta anetka
anna ania anka anusia andzia aneczka
antoni antek antoś tosiek
antonina tosia tola
arkadiusz arek
artur arturek
barbara basia baśka basieńka
bartłomiej bartek bartosz bartuś
bartosz bartek
beata beatka
błażej błażejek
bogdan bogdanek boguś
bogumiła bogusia
bogusław boguś bogusz
bogusława bogusia
bożena bożenka
bronisław bronek
bronisława bronia
celina celinka
cezary czarek
czesław czesiek czesio
czesława czesia
dagmara daga
damian damianek
daniel danielek
daniela danka
danuta danka danusia
dariusz darek daruś
dawid dawidek
dominik
dominika domka
dorota dorotka dosia
edward edek edzio
edyta edytka
elżbieta ela elżunia elka elza
emilia emilka mila
eryk
eugeniusz gienek genek
ewa ewka ewunia
ewelina ewelinka
feliks felek
filip filipek
franciszek franek franio
gabriela gabrysia gabi
grażyna grażynka
grzegorz grzesiek grześ grzesio
halina halinka hala
hanna hania hanka haneczka
helena hela helenka
henryk heniek henio
henryka henia
hubert hubi
ignacy ignaś ignac
irena irka irenka
ireneusz irek
iwona iwonka
izabela iza izabella izka
jacek jacuś
jadwiga jadzia jaga jagoda
jakub kuba kubuś jakubek
jan janek jaś jasiek jasio
janina janka jasia nina
janusz januszek
jarosław jarek jaruś
jerzy jurek jureczek
joanna asia aśka joasia
jolanta jola jolka
józef józek józio józef
józefa józia
julia julka jula
julian julek
justyna justynka
kacper kacperek
kamil kamilek
kamila kamilka
karol karolek lolek
karolina karolinka karola
katarzyna kasia kaśka katarzynka kasieńka
kazimierz kazik kazek kazio
kazimiera kazia
kinga kinia
konrad konradek
krystian kryspin
krystyna krysia kryśka
krzysztof krzysiek krzyś krzysio krzych
lech leszek
leokadia lodzia
leszek lesiu
lidia lidka
lucyna lucynka
ludwik ludek
ludwika ludka
łucja łucka
łukasz łukaszek
maciej maciek maciuś
magdalena magda madzia magdusia
maja majka
małgorzata gosia małgosia gośka margola
marcel marcelek
marcin marcinek
marek mareczek maruś
maria marysia maryśka maja
marian marianek maniek
marianna maria marysia
mariola mariolka
mariusz mariuszek
marta martusia martunia
martyna martynka
mateusz mateuszek mati
michalina michasia
michał michałek misiek michaś
mieczysław mietek mieciu
mikołaj mikołajek
milena milenka
mirosław mirek
mirosława mirka mirusia
monika monia
natalia natalka
nikodem niko
norbert norbi
oliwia oliwka
oskar
patrycja patka
patryk
paulina paula paulinka
paweł pawełek
piotr piotrek piotruś
przemysław przemek przemo
radosław radek
rafał rafałek rafcio
regina renia
renata renia renatka
robert robcio
roman romek
ryszard rysiek rysio
sebastian seba
sławomir sławek
stanisław staszek stasiek staś stach
stanisława stasia
stefan stefek
stefania stefa stenia
sylwester sylwek
sylwia sylwka
szymon szymek
tadeusz tadek tadzio
teodor teoś
teresa tereska renia
tomasz tomek tomuś
urszula ula urszulka
wacław wacek
waldemar waldek
wanda wandzia
weronika wera weronka
wiesław wiesiek
wiesława wiesia
wiktor wiktorek
wiktoria wika
witold witek
władysław władek
włodzimierz włodek
wojciech wojtek wojtuś
zbigniew zbyszek zbyś
zdzisław zdzisiek
zenon zenek
zofia zosia zośka
zuzanna zuzia
zygmunt zyga
`;
