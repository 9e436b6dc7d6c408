/** What Polish passphrases are often made of, most common first. Written for this project. */
export const POLISH = `
haslo haslo1 mojehaslo tajnehaslo hasło kocham kochamcie kochamcię kocham cie kochamciebie kochanie kotek kotku misiek
misiu mis skarbie skarb zabka myszka niunia buziaczek sloneczko slonko gwiazdka aniolek serduszko kwiatek kwiatuszek
polska warszawa krakow gdansk poznan wroclaw lodz katowice lublin szczecin gdynia bydgoszcz legia lech wisla widzew
cracovia ruch pilka pilkanozna nozna mama mamusia tata tatus babcia dziadek rodzina dom domek ogrod samochod fiat
maluch polonez piwo wodka kawa czekolada pierogi bigos kotlet ziemniak jablko truskawka malina wisnia sliwka
zycie szczescie nadzieja wolnosc prawda milosc praca szkola biuro firma ksiegowa adwokat lekarz nauczyciel student
pies kot kon krowa koza kura zajac niedzwiedz wilk lis waz smok jez motyl pszczola ryba ptak orzel bocian
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien wiosna lato jesien zima
poniedzialek wtorek sroda czwartek piatek sobota niedziela dzisiaj jutro wczoraj rano wieczor noc dzien tydzien miesiac
czarny bialy czerwony niebieski zielony zolty rozowy fioletowy pomaranczowy brazowy szary kolor
jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec sto tysiac milion
woda ogien ziemia powietrze slonce gwiazda morze rzeka jezioro gora las drzewo kwiat roza tulipan snieg deszcz burza
okno drzwi stol krzeslo lozko kuchnia lazienka klucz zamek telefon komputer internet klawiatura mysz monitor
ksiazka litera slowo zdanie czlowiek mezczyzna kobieta dziecko chlopak dziewczyna syn corka brat siostra przyjaciel
dobry zly duzy maly nowy stary piekny ladny szybki wolny silny slaby szczesliwy smutny mlody
niewiem dupa dupadupa cholera kurwa kurde siema siemka czesc hej witam zegnaj matrix samsung polska1
adam adrian agata agnieszka aleksander aleksandra alicja andrzej ania anna antoni arkadiusz artur barbara bartek
bartosz beata blazej bogdan bozena celina cezary czeslaw dagmara damian daniel danuta daria dariusz dawid dominik
dominika dorota edward edyta elzbieta emilia ewa ewelina filip franciszek gabriela grazyna grzegorz halina hanna henryk
hubert igor ilona irena iwona iza izabela jacek jadwiga jakub jan janina janusz jaroslaw jerzy joanna jola jolanta jozef
julia justyna kacper kamil kamila karol karolina kasia katarzyna kazimierz kinga klaudia konrad krystian krystyna
krzysztof kuba leszek lidia lucyna lukasz maciej magda magdalena malgorzata marcin marek maria mariusz marta marzena
mateusz michal mikolaj milena monika natalia norbert olga oliwia patryk patrycja paulina pawel piotr piotrek przemek
przemyslaw radek radoslaw rafal renata robert roman ryszard sandra sebastian slawomir stanislaw stefan sylwia szymon
tadeusz teresa tomasz tomek urszula wanda weronika wiktor wiktoria wieslaw wioletta wojciech wojtek zbigniew zdzislaw
zofia zosia zuzanna
`;
