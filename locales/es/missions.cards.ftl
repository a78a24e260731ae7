### Cartas con preguntas, pensadas en cada idioma: la misma pregunta en el fondo, no palabra por palabra.
### .why acompaña a la pregunta. Nada de política, fronteras ni leyes; aquí no se ríe nadie de nadie.

## Cards: Daily life

card-daily-01 = ¿Qué es lo primero que haces por la mañana, antes de despertarte del todo?
card-daily-02 = ¿Qué ves si te asomas ahora mismo a la ventana?
card-daily-03 = ¿Cómo te mueves por tu ciudad: a pie, en bici, en bus, con suerte?
card-daily-04 = ¿Qué sonido te dice que ya estás en casa?
card-daily-05 = ¿Qué cosita te hizo sonreír esta semana?
card-daily-06 = Llueve y no tienes nada que hacer. ¿Cómo es ese día?
card-daily-07 = ¿Qué llevas siempre en el bolso o en los bolsillos?
card-daily-08 = ¿Hasta qué hora se trasnocha donde vives? ¿Y tú?
card-daily-09 = ¿Qué rincón de tu barrio me enseñarías primero?
card-daily-10 = ¿Con quién vives, y qué es lo que más oyen las paredes?
    .why = Cada casa es un mundo y me gustaría imaginarme la tuya.
card-daily-11 = ¿Qué haces cuando has tenido un día horrible?
    .why = A lo mejor te copio el truco para el próximo.
card-daily-12 = En tu familia, ¿cómo se dice «te quiero»: con palabras o de otra manera?
    .why = En unas casas se dice y en otras es un plato de fruta ya cortada. ¿Y en la tuya?
card-daily-13 = ¿Para qué te gustaría tener más tiempo?
    .why = Lo que uno echa de menos dice mucho de lo que le gusta.
card-daily-14 = ¿Eres más tú en internet o cara a cara?
    .why = Hasta ahora solo nos conocemos por escrito, y me pregunto a quién me estoy perdiendo.
card-daily-15 = ¿Cuándo fue la última vez que te sentiste lejos de casa? ¿Qué te ayudó?
    .why = Yo también lo conozco, y cada quien lo lleva a su manera.
card-daily-16 = ¿Qué hacían tus abuelos que tú sigues haciendo?
    .why = Me gusta ver qué viaja de una generación a otra.
card-daily-17 = ¿Conoces a tus vecinos? ¿A quién llamarías a las tres de la madrugada?
    .why = Me pregunto mucho cómo se cuida la gente en otros lugares.
card-daily-18 = ¿Tu familia espera que te cases o que tengas hijos? ¿Cómo lo llevas?
    .why = A mí me lo preguntan en cada comida familiar y quería saber cómo es para ti. Si es demasiado personal, pasa la carta.
card-daily-19 = ¿Cómo se liga y se sale con alguien donde vives? ¿Y a ti qué te parece?
    .why = Las películas cuentan una cosa; prefiero que me lo cuentes tú, tanto o tan poco como quieras.
card-daily-20 = ¿Alguna vez has sentido soledad entre mucha gente? ¿Cómo fue?
    .why = Lo pregunto porque a mí me ha pasado y porque de eso casi nadie habla.
card-daily-21 = Donde vives, ¿se puede hablar sin tapujos de estar triste o sin fuerzas? ¿Y tú puedes?
    .why = Me gustaría ser alguien a quien se lo puedas contar.

## Cards: Food

card-food-01 = ¿Qué has desayunado hoy? Solo valen respuestas sinceras.
card-food-02 = Si voy a verte, ¿qué tengo que probar primero?
card-food-03 = ¿Qué plato te sale con los ojos cerrados?
card-food-04 = Dulce, ácido, amargo, salado o picante: ¿cuál eres tú?
card-food-05 = ¿Qué compras en la tienda de la esquina a medianoche?
card-food-06 = ¿Qué comida odiabas en tu infancia y hoy te encanta?
card-food-07 = ¿Té o café? ¿Y cómo, exactamente?
card-food-08 = ¿Qué es lo más raro que se come donde vives? ¿Y está bueno?
card-food-09 = ¿Qué lleva demasiado tiempo en tu nevera?
card-food-10 = ¿Qué plato de muy lejos probaste y te gustó al instante?
card-food-11 = Cuéntamelo con palabras: ¿a qué huele la mejor comida callejera de tu zona?
card-food-12 = ¿Qué plato te sabe a infancia y quién lo hacía?
    .why = Un plato así dice más de una familia que una foto.
card-food-13 = En tu casa, ¿se come en compañía? ¿Quién se sienta dónde? ¿Se habla?
    .why = Me gusta imaginarme una mesa que no es la mía.
card-food-14 = ¿Qué comes cuando nadie te ve?
    .why = Te cuento lo mío, y es peor.
card-food-15 = ¿Hay algo que no comes? ¿Por qué?
    .why = Para no ponértelo nunca en el plato, y porque suele haber una historia detrás.
card-food-16 = ¿Quién te enseñó a cocinar, o al menos lo intentó?
    .why = Me interesa más la gente que hay detrás de las recetas.
card-food-17 = ¿Qué llevas cuando te invitan a casa de alguien?
    .why = No quisiera llamar a tu puerta con el regalo equivocado.
card-food-18 = ¿Qué comida no vas a olvidar nunca?
    .why = Casi nunca es por la comida. Me gustaría oír la tuya.
card-food-19 = ¿La gente comenta tu peso o lo que comes? ¿Cómo te sienta?
    .why = En unos sitios es casi un saludo y en otros duele. Quería saber cómo es para ti.
card-food-20 = ¿Hubo una época en que tuviste que ahorrar en comida? ¿Cómo te las arreglaste?
    .why = A mucha gente le ha tocado, y las recetas de entonces suelen ser las mejores historias.
card-food-21 = Donde vives, ¿se espera que bebas alcohol, en el trabajo o en familia? ¿Puedes decir que no?
    .why = A mí a veces me cuesta, y me pregunto cómo lo llevas tú.

## Cards: School

card-school-01 = ¿Cuál es o era tu asignatura favorita, y quién tuvo la culpa?
card-school-02 = ¿Cómo es un día de clase donde vives, del primer timbre al último?
card-school-03 = ¿Llevabas uniforme al cole o ropa de calle? ¿Te gustaba?
card-school-04 = ¿Qué hacías en clase cuando te aburrías?
card-school-05 = ¿Qué poema o frase del colegio te sabes todavía de memoria?
card-school-06 = ¿A qué sabía la comida del cole?
card-school-07 = ¿Qué te gustaría aprender ahora, solo por gusto?
card-school-08 = ¿Qué profe te cambió algo por dentro?
    .why = Yo también tuve uno, y te cambio la historia.
card-school-09 = ¿Cómo eras en clase: de hablar mucho, de timidez o de la última fila?
    .why = Intento imaginar si nos habríamos llevado bien.
card-school-10 = ¿Cuántas horas al día dedicas o dedicabas a los estudios, con los deberes?
    .why = Se cuentan cosas increíbles de los colegios de lejos; prefiero tu número.
card-school-11 = ¿Elegiste tú lo que estudiaste o lo eligieron por ti?
    .why = No hay respuesta correcta: me intriga cómo es en otras familias.
card-school-12 = ¿Con qué amistad del colegio sigues hablando?
    .why = Me gusta saber qué amistades duran, y cómo.
card-school-13 = ¿Qué no te enseñó nunca el colegio y tuviste que descubrir por tu cuenta?
    .why = Mi lista es larga y me gustaría compararla.
card-school-14 = ¿Quién te ayudaba con los deberes, o a quién ayudabas tú?
    .why = Los deberes enseñan a una familia tal como es.
card-school-15 = ¿Qué te cuesta de aprender mi idioma y qué te encanta?
    .why = Así te ayudo donde cuesta y presumo un poco donde no.
card-school-16 = ¿Cuánto decidió en tu vida un solo examen? ¿Cómo pasaste esa época?
    .why = Esos exámenes no pesan igual en todas partes y quiero entender el tuyo.
card-school-17 = ¿Alguna vez cambiaron tus notas la manera en que te trataban en casa?
    .why = Lo pregunto con cariño: en muchas casas se mezclan las notas y el afecto.
card-school-18 = ¿Alguna vez te dejaron de lado o se burlaron de ti en clase? ¿Qué te habría ayudado?
    .why = Solo si quieres contarlo. Yo también pasé por algo así.
card-school-19 = ¿Qué le costó a tu familia que estudiaras, en dinero o de otras formas?
    .why = Quisiera entender a qué renuncia la gente por ello en otros lugares.
card-school-20 = ¿Has fallado alguna vez en algo que todo el mundo esperaba de ti?
    .why = Yo sí, y me hizo más amable. Me pregunto qué hizo contigo.
card-school-21 = Si pudieras empezar otra vez, ¿tomarías el mismo camino?
    .why = No es para arrepentirse: quiero saber qué te importa hoy.

## Cards: Work

card-work-01 = En tu infancia, ¿qué respondías a «qué quieres ser de mayor»?
card-work-02 = Explícame lo que haces todo el día como si yo tuviera cinco años.
card-work-03 = ¿Qué hay en tu mesa que no tenga nada que ver con el trabajo?
card-work-04 = ¿Turno de mañana o de noche? ¿Cuándo te funciona mejor la cabeza?
card-work-05 = ¿Qué es lo primero que haces al salir del trabajo o de clase?
card-work-06 = ¿Qué trabajo parece fácil y no lo es?
card-work-07 = ¿Cómo llegaste a dedicarte a lo que haces?
    .why = Ningún camino es recto, y lo mejor son las curvas.
card-work-08 = ¿Cuántas horas trabajas en un día normal, contándolo todo?
    .why = Una jornada no significa lo mismo en todas partes.
card-work-09 = ¿Cuál fue tu primer trabajo y qué te enseñó?
    .why = Los primeros trabajos no suelen ser buenos, pero sí divertidos.
card-work-10 = ¿Se le puede decir que no al jefe? ¿Cómo se hace con educación donde vives?
    .why = Colecciono formas educadas de decir que no.
card-work-11 = ¿A quién te alegra ver en el trabajo o en clase?
    .why = Al final, lo que salva el día es la gente.
card-work-12 = ¿Qué se te da bien y nadie te paga por ello?
    .why = Suele ser lo que más orgullo da.
card-work-13 = ¿Cómo son para ti unas vacaciones de verdad?
    .why = Te robo ideas, y así sé qué es para ti descansar.
card-work-14 = ¿Quién es la persona más trabajadora que conoces?
    .why = Quiero que me hables de alguien a quien admiras.
card-work-15 = ¿Vives para trabajar o trabajas para vivir? ¿Con qué idea creciste?
    .why = No juzgo: quiero ver de dónde salen nuestras ideas.
card-work-16 = ¿Alguna vez te quedaste sin trabajo o tuviste miedo de perderlo? ¿Cómo fue?
    .why = Le pasa a muchísima gente y casi nadie lo cuenta.
card-work-17 = ¿Tus padres entienden y respetan lo que haces?
    .why = Entre generaciones suele ser lo que más duele, y me gustaría entenderlo.
card-work-18 = Donde trabajas o estudias, ¿se trata igual a mujeres y hombres? ¿Cómo lo ves?
    .why = Solo conozco mi rincón. Cuenta lo que quieras, sin nombres.
card-work-19 = ¿Alguna vez te quedaste en un sitio que te hacía mal? ¿Por qué, y cómo acabó?
    .why = Nadie se queda porque sí, y me gustaría oír tus razones.
card-work-20 = ¿Qué harías mañana si el dinero no importara?
    .why = Me dice qué sueñas, no qué te falta.
card-work-21 = ¿Tienes un cansancio que no se quita durmiendo? ¿Desde cuándo?
    .why = Lo pregunto porque alguien debería. No hace falta que respondas; aquí estoy igual.

## Cards: Money

card-money-01 = ¿Qué es lo mejor que has comprado por lo que cuesta un café?
card-money-02 = ¿Qué es sorprendentemente barato donde vives, y qué demasiado caro?
card-money-03 = ¿Efectivo, tarjeta o móvil? ¿Cómo pagas tú?
card-money-04 = ¿Cuánto cuesta comer algo sencillo fuera por tu zona?
card-money-05 = ¿Se regatea donde vives? ¿Y a ti se te da bien?
card-money-06 = Encuentras en un abrigo viejo dinero para una buena cena. ¿En qué acaba?
card-money-07 = ¿Qué hiciste con el primer dinero que ganaste?
    .why = El primer dinero siempre tiene historia.
card-money-08 = ¿En qué gastas con gusto y en qué jamás?
    .why = Creo que dice qué le importa a cada quien.
card-money-09 = ¿Ahorras o gastas? ¿De quién te viene?
    .why = Lo mío se explica por mi familia. ¿Y lo tuyo?
card-money-10 = Cuando sales a comer con amigos, ¿quién paga? ¿Hay momentos incómodos?
    .why = No quisiera meter la pata el día que comamos juntos.
card-money-11 = Con un día de un trabajo normal donde vives, ¿cuántas comidas sencillas se pueden pagar?
    .why = Otra moneda no me dice nada; un almuerzo me lo dice todo.
card-money-12 = ¿Cuánto te cuesta ir al médico con un buen resfriado?
    .why = En internet se lee de todo; prefiero que me lo cuente una persona.
card-money-13 = De lo que te entra al mes, ¿cuánto puedes guardar?
    .why = Nunca sé si soy prudente o un desastre, y me pregunto cómo lo hacen los demás.
card-money-14 = ¿De cuánto es un regalo de boda entre amigos donde vives?
    .why = Para no quedarme corto algún día, ni pasarme.
card-money-15 = ¿Cuánto deja al mes un trabajo como el tuyo, o el de alguien cercano?
    .why = Nadie lo pregunta en voz alta y solo nos llegan rumores. Con un rango aproximado basta.
card-money-16 = ¿Qué parte de lo que ganas se va en tu vivienda?
    .why = El alquiler es lo que más preocupa a mi gente. Me pregunto si a ti también.
card-money-17 = ¿Cuántos años de un sueldo normal cuesta una casa pequeña donde vives?
    .why = Quiero saber si mi gente suspira sola.
card-money-18 = Entre tus padres y tú, ¿quién ayuda a quién con el dinero? ¿Cómo se lleva eso?
    .why = En cada lugar se da por sentado algo distinto. No creo que haya una manera correcta.
card-money-19 = ¿Has prestado dinero a un amigo, o te lo han prestado? ¿Sobrevivió la amistad?
    .why = Es algo que todo el mundo ha vivido y nadie menciona.
card-money-20 = ¿Cuándo te ha preocupado más el dinero? ¿Qué te ayudó?
    .why = Solo hasta donde quieras. Lo pregunto para que nadie tenga que aparentar.
card-money-21 = ¿Cuánto al mes te bastaría para dormir sin preocuparte?
    .why = No lo que tienes: lo que te bastaría. Me parece una pregunta más amable.

## Cards: Holidays

card-holidays-01 = ¿Qué día del año esperas con más ganas?
card-holidays-02 = ¿A qué huele tu casa en la fiesta más grande del año?
card-holidays-03 = ¿Qué comida de fiesta no echarías nada de menos?
card-holidays-04 = ¿Qué canción suena en todas partes en esas fechas?
card-holidays-05 = ¿Cómo pasas tu primer día libre después de mucho tiempo?
card-holidays-06 = ¿Qué fiesta pequeña de tu tierra no conoce nadie de fuera?
card-holidays-07 = ¿Qué reciben los niños en las fiestas donde vives? ¿Y tu mejor regalo?
card-holidays-08 = Mar, montaña, ciudad o cama: ¿adónde irías mañana?
card-holidays-09 = ¿Qué te pones para la buena suerte, o qué haces el primer día del año?
card-holidays-10 = ¿Cómo celebras tu cumple: a lo grande, con calma o escondiéndote?
card-holidays-11 = ¿Quién no puede faltar para que sea fiesta?
    .why = Al final son las personas, ¿no? Quiero conocer a las tuyas.
card-holidays-12 = ¿Qué te preguntan tus parientes todos los años sin falta?
    .why = Creo que las tías son iguales en todo el mundo y busco pruebas.
card-holidays-13 = ¿Qué costumbre de tu familia quieres conservar cuando seas mayor?
    .why = Me gusta saber qué merece la pena seguir llevando.
card-holidays-14 = ¿Qué fiesta salió muy distinta de lo que habías planeado?
    .why = Las que salen mal son las que luego contamos.
card-holidays-15 = ¿Cuánto viajas para estar con los tuyos, y cómo es el camino?
    .why = Para unos es una calle y para otros, dos días de viaje.
card-holidays-16 = ¿Qué haces en las fiestas que a tu alrededor no se celebran?
    .why = Puede ser solitario, pasar sin que se note o acabar en fiesta.
card-holidays-17 = Si fuera a casa de tu familia en la fiesta más grande, ¿qué me enseñarías?
    .why = Me gusta imaginarme de visita en tu casa.
card-holidays-18 = ¿Hay alguna fiesta en la que echas de menos a alguien?
    .why = Yo también tengo una. Si quieres, háblame de esa persona.
card-holidays-19 = Volver a casa por fiestas, ¿es para ti una alegría, un deber o las dos cosas?
    .why = Para mucha gente son las dos cosas, y casi nadie lo admite.
card-holidays-20 = ¿Hubo alguna discusión en una fiesta que tu familia todavía recuerda?
    .why = Sin nombres. Me consuela que pase en todas las familias.
card-holidays-21 = ¿Hay alguien con quien te gustaría hacer las paces antes de que acabe el año?
    .why = A mí me viene una persona a la cabeza. Pensarlo entre dos cuesta menos.

## Cards: Slang

card-slang-01 = ¿Qué palabra usas demasiado?
card-slang-02 = ¿Cómo se ríe la gente por escrito donde vives?
card-slang-03 = Enséñame una palabra que no salga en ningún libro de texto.
card-slang-04 = ¿Qué palabra de mi idioma te suena graciosa?
card-slang-05 = ¿Qué dices cuando algo es buenísimo?
card-slang-06 = ¿Qué dices si se te cae algo en el pie y tu abuela está delante?
card-slang-07 = ¿Qué emoji significa otra cosa entre tus amigos?
card-slang-08 = ¿Qué dicen los jóvenes que sus padres no entienden?
card-slang-09 = ¿Cómo llamas a tu mejor amigo, a un desconocido y a la madre de alguien?
card-slang-10 = ¿Cómo terminas un chat sin decir adiós?
card-slang-11 = ¿Qué refrán tuyo no tiene ningún sentido traducido?
card-slang-12 = ¿Se habla distinto en tu zona? Escríbelo tal como suena.
card-slang-13 = ¿Qué meme te ronda la cabeza este mes?
card-slang-14 = ¿En qué idioma cuentas, sueñas o refunfuñas?
    .why = Dicen que ahí se nota cuál es de verdad el tuyo.
card-slang-15 = ¿Cuándo fue la última vez que metiste la pata en otro idioma?
    .why = Yo también contesto, y así se nos quita la vergüenza.
card-slang-16 = ¿Qué palabra tienes para un sentimiento que otros idiomas no nombran?
    .why = A lo mejor tengo el sentimiento y me falta la palabra.
card-slang-17 = ¿Qué apodo tenías en tu infancia? ¿Alguien puede seguir haciéndolo?
    .why = Un apodo es la biografía más corta que hay.
card-slang-18 = ¿Cómo pides perdón cuando va de verdad?
    .why = Por si algún día tengo que decírtelo.
card-slang-19 = ¿Cómo le dices a alguien que te gusta, sin decirlo?
    .why = Cada idioma tiene su propio rodeo.
card-slang-20 = ¿Qué palabra sobre gente como tú preferirías no oír más?
    .why = Para no usarla nunca sin querer.
card-slang-21 = ¿Te vuelves otra persona en otro idioma? ¿Cuál de las dos es más valiente?
    .why = A mí el que aprendo me encoge un poco, y quería saber si solo me pasa a mí.

## Cards: Cats

card-cats-01 = Gato, perro, los dos o un cactus: ¿quién vive contigo?
card-cats-02 = ¿Cómo se llama a un gato desconocido donde vives?
card-cats-03 = ¿Qué dice el gato en tu idioma?
card-cats-04 = Si fueras gato, ¿dónde dormirías todo el día?
card-cats-05 = ¿Qué nombre no le pondrías jamás a un gato?
card-cats-06 = ¿Qué es lo más caro que un animal ha roto en tu casa?
card-cats-07 = ¿Hay en tu calle un gato que todo el mundo conoce? ¿Qué historia tiene?
card-cats-08 = Un gato te mira desde lo alto del armario. ¿Qué sabe?
card-cats-09 = Tu gato se hace espía. ¿Qué nombre en clave lleva y qué lo delata?
card-cats-10 = Un gato negro se te cruza: ¿buena suerte, mala suerte o solo un gato?
card-cats-11 = Describe en tres palabras la cara del último gato que viste.
card-cats-12 = ¿A quién elegiría un gato en tu familia, y por qué no a ti?
card-cats-13 = ¿Qué les dices a los animales cuando crees que nadie te oye?
card-cats-14 = ¿Qué animal recuerdas de tu infancia?
    .why = Siempre hay uno: un gato, una gallina, un caracol en un frasco.
card-cats-15 = ¿Cómo te encontró tu mascota, o por qué no tienes?
    .why = En los dos casos hay una historia.
card-cats-16 = ¿Hay muchos gatos callejeros donde vives? ¿Quién los cuida?
    .why = Me gusta saber quién da de comer a los que no son de nadie.
card-cats-17 = ¿Te habrían dejado tener un gato en casa? ¿Qué intentaste?
    .why = Todo el mundo lo intentó alguna vez, y quiero conocer tu mejor argumento.
card-cats-18 = ¿Qué te ha enseñado un animal sobre las personas?
    .why = Creo que se fijan más que nosotros.
card-cats-19 = ¿En qué se parece a ti tu gato, y en qué te gana?
    .why = Es una forma amable de preguntar cómo te gustaría ser.
card-cats-20 = ¿Has tenido que despedirte de un animal? ¿Cómo fue, y cómo lo recuerdas?
    .why = Yo sí, y me gusta oír sus nombres una vez más. Si todavía duele, pasa la carta.
card-cats-21 = ¿Alguna vez un animal te ayudó a pasar una mala racha?
    .why = A algunos nos salvó uno.

## Bands: rough answers, that nobody has to work out in another currency

bands-meal-1 = menos de 3 dólares (20 yuanes)
bands-meal-2 = de 3 a 7 dólares (de 20 a 50 yuanes)
bands-meal-3 = de 7 a 15 dólares (de 50 a 110 yuanes)
bands-meal-4 = de 15 a 30 dólares (de 110 a 220 yuanes)
bands-meal-5 = más de 30 dólares (220 yuanes)

bands-pay-1 = menos de 500 dólares al mes (3500 yuanes)
bands-pay-2 = de 500 a 1000 dólares (de 3500 a 7000 yuanes)
bands-pay-3 = de 1000 a 2000 dólares (de 7000 a 15 000 yuanes)
bands-pay-4 = de 2000 a 4000 dólares (de 15 000 a 30 000 yuanes)
bands-pay-5 = de 4000 a 8000 dólares (de 30 000 a 60 000 yuanes)
bands-pay-6 = más de 8000 dólares (60 000 yuanes)

bands-cost-1 = nada
bands-cost-2 = un café
bands-cost-3 = una comida fuera
bands-cost-4 = el sueldo de un día
bands-cost-5 = el sueldo de varios días
bands-cost-6 = el sueldo de dos semanas o más

bands-lunches-1 = una o dos
bands-lunches-2 = de tres a cinco
bands-lunches-3 = de seis a diez
bands-lunches-4 = de once a veinte
bands-lunches-5 = más de veinte

bands-share-1 = nada
bands-share-2 = menos de una décima parte
bands-share-3 = entre una décima y una cuarta parte
bands-share-4 = entre una cuarta y una tercera parte
bands-share-5 = entre un tercio y la mitad
bands-share-6 = más de la mitad

bands-years-1 = menos de 5 años
bands-years-2 = de 5 a 10 años
bands-years-3 = de 10 a 20 años
bands-years-4 = de 20 a 40 años
bands-years-5 = más de 40, o nunca

bands-hours-1 = menos de 6 horas
bands-hours-2 = de 6 a 8 horas
bands-hours-3 = de 8 a 10 horas
bands-hours-4 = de 10 a 12 horas
bands-hours-5 = más de 12 horas
